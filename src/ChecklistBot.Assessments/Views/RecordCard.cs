using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>The decision record as a document to take away.</summary>
internal static class RecordCard
{
    /// <param name="state">The assessment.</param>
    /// <param name="revision">Which decision; null for the newest.</param>
    /// <param name="context">The names and the rest.</param>
    public static Card Draw(Assessment state, int? revision, ViewContext context)
    {
        var decision = DecisionRecord.Of(state, revision);
        // The newest needs no number: most assessments have no other.
        var replaced = decision?.Revision == state.Decision?.Revision ? null : decision?.Revision;
        var title = $"Decision record of #{state.Number} {state.Title}{(replaced is null ? "" : $", revision {replaced}")}";
        return new Card
        {
            Kind = CardKind.Reply,
            Summary = title,
            Blocks =
            [
                new TextBlock(title, TextTone.Strong),
                new DocumentBlock(
                    $"decision-{state.Number}{(replaced is null ? "" : $"-revision-{replaced}")}.md",
                    "text/markdown",
                    DecisionRecord.Markdown(state, decision, context)),
            ],
            Assessment = state.Id,
            Number = state.Number,
            Revision = replaced ?? state.Revision,
        };
    }
}
