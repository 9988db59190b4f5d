using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>How a turn ended within its transaction.</summary>
/// <param name="Reply">What to tell the person; null when a card says it all.</param>
/// <param name="State">The assessment after the turn; null when it concerned none.</param>
internal sealed record Outcome(Reply? Reply, Assessment? State = null)
{
    /// <summary>The message whose button was pressed, as it was found; null when nothing was pressed or the platform's id is not known yet.</summary>
    public Message? Tapped { get; init; }

    /// <summary>Whether the assessment stands as it stood.</summary>
    public bool ChangedNothing { get; init; }

    /// <summary>Whether what changed is shown in another thread than the one in which it was typed.</summary>
    public bool IsShownElsewhere { get; init; }
}
