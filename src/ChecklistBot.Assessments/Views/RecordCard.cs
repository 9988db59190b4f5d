using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>The decision record as a document to take away.</summary>
internal static class RecordCard
{
    public static Card Draw(Assessment state, ViewContext context)
    {
        var title = $"Decision record of #{state.Number} {state.Title}";
        return new Card
        {
            Kind = CardKind.Reply,
            Summary = title,
            Blocks =
            [
                new TextBlock(title, TextTone.Strong),
                new DocumentBlock($"decision-{state.Number}.md", "text/markdown", DecisionRecord.Markdown(state, context)),
            ],
            Assessment = state.Id,
            Number = state.Number,
            Revision = state.Revision,
        };
    }
}
