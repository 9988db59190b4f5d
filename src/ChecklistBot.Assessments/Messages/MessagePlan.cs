using System.Collections.Immutable;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Messages;

/// <summary>Which of an assessment's messages must be posted or drawn again after a turn.</summary>
/// <param name="New">Messages that do not exist yet, in the order in which they should appear.</param>
/// <param name="RedrawLive">Generations of the live card to draw again.</param>
/// <param name="RedrawRecommendations">Whether every recommendation given so far, also as the post of a pin, shows something else now.</param>
/// <param name="Pin">The revision whose message should be pinned from now on, or whose new copy should be; null for no change.</param>
/// <param name="Unpin">The revision whose message should not be pinned any more; null for no change.</param>
public sealed record MessagePlan(
    ImmutableArray<MessageContent> New,
    ImmutableArray<int> RedrawLive,
    bool RedrawRecommendations,
    int? Pin,
    int? Unpin)
{
    /// <summary>Compares the state before and after; null before means a new assessment.</summary>
    public static MessagePlan Of(Assessment? before, Assessment after, IReadOnlyCollection<RecordedEvent> events)
    {
        if (before is null)
            return new MessagePlan([new LiveContent(after.CardGeneration)], [], RedrawRecommendations: false, null, null);
        var added = ImmutableArray.CreateBuilder<MessageContent>();
        if (after.CardGeneration != before.CardGeneration)
            added.Add(new LiveContent(after.CardGeneration));
        var repeated = after.RecommendationCopy > before.RecommendationCopy;
        if (after.Decisions.Length > before.Decisions.Length || repeated)
            added.Add(new RecommendationContent(after.Decision!.Revision, after.RecommendationCopy));
        var decided = events.Any(recorded => recorded.Event
            is Finished or Reopened or ReopeningUndone or Cancelled or Resumed or Pinned or Unpinned or RecommendationRepeated);
        // What was replaced or moved is one line with the title of today.
        var renamed = after.Title != before.Title;
        // The pin went with the copy that somebody deleted, or somebody asked for it once more.
        var pinLost = (repeated && after.PinnedRevision == after.Decision!.Revision) || events.Any(recorded => recorded.Event is Pinned);
        return new MessagePlan(
            added.ToImmutable(),
            events.Count == 0 ? [] : renamed ? [.. Enumerable.Range(1, before.CardGeneration)] : [before.CardGeneration],
            decided || renamed,
            after.PinnedRevision != before.PinnedRevision || pinLost ? after.PinnedRevision : null,
            after.PinnedRevision != before.PinnedRevision ? before.PinnedRevision : null);
    }
}
