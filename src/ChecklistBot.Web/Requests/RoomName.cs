using System.Diagnostics.CodeAnalysis;

namespace ChecklistBot.Web.Requests;

/// <summary>A room of the web channel. Letters here are ASCII letters, so that a room's address can be read aloud and typed.</summary>
internal static class RoomName
{
    public const string Default = "main";

    public const int MostCharacters = 40;

    public static readonly Problem Wrong = new(400, "That room name does not work: use 1 to 40 letters, digits and hyphens.");

    /// <summary>A missing or empty name is the default room.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out string? room)
    {
        room = string.IsNullOrEmpty(text) ? Default : text;
        if (room.Length <= MostCharacters && room.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            return true;
        }

        room = null;
        return false;
    }
}
