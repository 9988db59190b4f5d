using System.Globalization;

namespace ChecklistBot.Load;

/// <summary>One row of the table.</summary>
/// <param name="Platform"><c>floor</c>, <c>teams</c> or <c>slack</c>.</param>
/// <param name="Users">People at once, each in a chat with the bot; they play one assessment after another.</param>
/// <param name="Assessments">How many are played and counted, all users together.</param>
/// <param name="WarmUp">How many are played before, on the same process.</param>
/// <param name="SeesEachCard">Whether a user waits until the edited card has arrived before the next tap; else the answer to the tap is enough.</param>
/// <param name="Thinks">A pause before each tap.</param>
internal sealed record Scenario(string Platform, int Users, int Assessments, int WarmUp, bool SeesEachCard = false, TimeSpan Thinks = default)
{
    /// <summary>Short, to choose it by: <c>teams64</c>, <c>teams64seen</c>, <c>teams1thinks</c>.</summary>
    public string Key => $"{Platform}{Users}{(SeesEachCard ? "seen" : "")}{(Thinks > TimeSpan.Zero ? "thinks" : "")}";

    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{Platform}, {(Users == 1 ? "1 user" : $"{Users} users")}{(SeesEachCard ? ", each card seen" : "")}{(Thinks > TimeSpan.Zero ? $", {Thinks.TotalMilliseconds} ms before each tap" : "")}");

    /// <summary>Whether what another costs can be set against it: as many users, in the same haste.</summary>
    public bool IsComparableTo(Scenario other) => Users == other.Users && Thinks == other.Thinks;
}
