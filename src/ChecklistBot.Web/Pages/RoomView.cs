using ChecklistBot.Web.Requests;

namespace ChecklistBot.Web.Pages;

/// <summary>What the room page shows to one person.</summary>
internal sealed record RoomView
{
    public required string Room { get; init; }

    /// <summary>Null until the person has said who they are.</summary>
    public Participant? Who { get; init; }

    public IReadOnlyList<RoomMessage> Messages { get; init; } = [];

    /// <summary>Why the last request was not carried out; null when it was.</summary>
    public Problem? Problem { get; init; }

    /// <summary>What the person had typed, kept so that nothing is lost.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Marks the forms of this page, so that sending one twice is one turn.</summary>
    public required string Token { get; init; }
}
