using System.Collections.Immutable;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What a command leads to.</summary>
/// <param name="Events">What happens, in order; empty when nothing changes.</param>
/// <param name="Reply">What to tell the person; null when the card says it all.</param>
public sealed record Decision(ImmutableArray<AssessmentEvent> Events, Reply? Reply = null)
{
    public static readonly Decision NoChange = new([]);

    /// <summary>One event, told by the card alone.</summary>
    public static Decision Of(AssessmentEvent happened, Reply? reply = null) => new([happened], reply);

    /// <summary>Nothing happens, and the person is told why.</summary>
    public static Decision Only(Reply reply) => new([], reply);
}
