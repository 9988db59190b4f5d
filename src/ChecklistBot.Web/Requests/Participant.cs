using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;

namespace ChecklistBot.Web.Requests;

/// <summary>Somebody at the page.</summary>
/// <param name="Name">As typed, without white space around it.</param>
internal sealed record Participant(string Name)
{
    public const int MostCharacters = 40;

    public static readonly Problem Missing = new(400, "Say who you are first: choose a name at the top of the page, or type your own.");

    public static readonly Problem Wrong = new(400, "That name does not work: use 1 to 40 characters that can be seen.");

    /// <summary>The pretend colleagues that the page offers, so that one person can play a whole team.</summary>
    public static IReadOnlyList<Participant> Colleagues { get; } = [new("Ann"), new("Ben"), new("Chi")];

    /// <summary>As somebody of a room. The Ann of another room is another person: what she asks to be forgotten is hers alone.</summary>
    public PersonReference In(string room) => new($"{room}/{Id}", Name);

    /// <summary>"ann" and "Ann" are the same person.</summary>
    public string Id => Name.ToLowerInvariant();

    /// <summary>Reads a name; the problem is null when it is one.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Participant? participant, [NotNullWhen(false)] out Problem? problem)
    {
        participant = null;
        var name = text?.Trim() ?? "";
        if (name.Length == 0)
        {
            problem = Missing;
            return false;
        }

        if (name.Length > MostCharacters || name.Any(char.IsControl) || !IsSeen(name))
        {
            problem = Wrong;
            return false;
        }

        problem = null;
        participant = new Participant(name);
        return true;
    }

    /// <summary>Whether anybody sees it: blank letters and half characters are none, and nobody knows what a private character looks like.</summary>
    private static bool IsSeen(string name) => PlainText.IsVisible(string.Concat(
        PlainText.OneLine(name).EnumerateRunes().Where(static rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.PrivateUse)));
}
