using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>What only the one who pressed sees, in place of the card and away from the answers.</summary>
internal static class PresserCards
{
    /// <summary>Of a paragraph, in UTF-16 units: it may name a path of the checklist's.</summary>
    private const int Longest = 1000;

    private const string BackLabel = "Back to the card";

    /// <summary>The menu behind a button such as <c>More…</c> on a card.</summary>
    /// <returns>Null where the card has no menu any more.</returns>
    public static byte[]? Menu(Card card)
    {
        var menu = ButtonsOf(card).FirstOrDefault(button => button.Menu.Length > 0)?.Menu;
        if (menu is null || card.Assessment is not { } id) return null;
        return AdaptiveCardRenderer.Write(card.Summary, json =>
        {
            Heading(json, card);
            var actions = new ActionWriter(json);
            foreach (var button in menu.Value.Where(button => button.Input is not null)) actions.Row([button]);
            CardButton[] steps = [.. menu.Value.Where(button => button.Input is null), UndoOf(id)];
            foreach (var row in steps.OrderBy(button => button.Style == ButtonStyle.Danger).Chunk(5)) actions.Row(row);

            // Nobody sees a tooltip on a phone.
            foreach (var step in steps.Where(step => step.Confirmation is null && step.Description is not null)) Explain(json, step);
            actions.Row([], BackTo(id, BackLabel));
        });
    }

    /// <summary>The question before a step that stands on the card or in its menu.</summary>
    /// <returns>Null where the card has no such step any more.</returns>
    public static byte[]? Question(Card card, string action)
    {
        // A step may stand on the card besides, where it asks nothing: Finish, once nothing is left to answer.
        var button = ButtonsOf(card).SelectMany(WithMenu).FirstOrDefault(button => button.Action == action && button.Confirmation is not null);
        if (button?.Confirmation is not { } question || card.Assessment is not { } id) return null;
        return AdaptiveCardRenderer.Write($"{question.Question} {question.Consequence}", json =>
        {
            json.Text(MarkdownText.Escape(TextCut.AtWord(question.Question, Longest)), TextLook.Heading | TextLook.Bold);
            json.Text(MarkdownText.Escape(TextCut.AtWord(question.Consequence, Longest)));
            new ActionWriter(json).Row([button with { Label = question.Yes, Confirmation = null }], BackTo(id, question.No));
        });
    }

    private static void Heading(System.Text.Json.Utf8JsonWriter json, Card card)
    {
        var heading = card.Blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? card.Summary;
        json.Text(MarkdownText.Escape(heading), TextLook.Heading | TextLook.Bold);
        json.Text("Only you see this.", TextLook.Subtle, "None");
    }

    // In a group, where what a card shows is not confirmed by a message besides, no confirmation brings an Undo along.
    private static CardButton UndoOf(Assessments.AssessmentId id) => new()
    {
        Label = "Undo",
        Action = CardAction.Of(id, new Undo(null)),
        Description = "Takes back the last thing that you did here",
    };

    private static void Explain(System.Text.Json.Utf8JsonWriter json, CardButton step) =>
        json.Text(MarkdownText.Escape($"{step.Label}: {char.ToLowerInvariant(step.Description![0])}{step.Description[1..]}."), TextLook.Subtle, "Small");

    private static CardButton BackTo(Assessments.AssessmentId id, string label) => new() { Label = label, Action = CardAction.Menu(id) };

    private static IEnumerable<CardButton> WithMenu(CardButton button) => [button, .. button.Menu];

    private static IEnumerable<CardButton> ButtonsOf(Card card) => card.Blocks.SelectMany(block => block switch
    {
        ButtonsBlock buttons => buttons.Buttons.AsEnumerable(),
        FocusBlock focus => focus.Options,
        _ => [],
    });
}
