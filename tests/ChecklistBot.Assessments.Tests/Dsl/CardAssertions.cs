using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>What tests say about cards.</summary>
internal static class CardAssertions
{
    /// <summary>Each text stands on the card.</summary>
    public static void Shows(this Card card, params string[] texts)
    {
        var text = CardText.Of(card);
        foreach (var expected in texts)
            Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    /// <summary>None of the texts stands on the card.</summary>
    public static void Hides(this Card card, params string[] texts)
    {
        var text = CardText.Of(card);
        foreach (var unwanted in texts)
            Assert.DoesNotContain(unwanted, text, StringComparison.Ordinal);
    }

    /// <summary>The item in focus.</summary>
    public static FocusBlock Focus(this Card card) => card.Blocks.OfType<FocusBlock>().Single();

    /// <summary>The line of an item, by its number.</summary>
    public static ItemLineBlock Line(this Card card, int position) => card.Blocks.OfType<ItemLineBlock>().Single(line => line.Position == position);

    /// <summary>Every button anywhere on the card, menus included.</summary>
    public static IEnumerable<CardButton> AllButtons(this Card card) => card.Blocks.SelectMany(Of).SelectMany(WithMenu);

    /// <summary>The one button whose words begin so.</summary>
    public static CardButton Button(this Card card, string label)
    {
        var all = card.AllButtons().ToList();
        return all.Find(button => button.Label == label)
            ?? all.Find(button => button.Label.StartsWith(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button “{label}” on:\n{CardText.Of(card)}");
    }

    private static IEnumerable<CardButton> Of(CardBlock block) => block switch
    {
        ButtonsBlock row => row.Buttons,
        FocusBlock focus => focus.Options,
        ItemLineBlock { Focus: { } button } => [button],
        _ => [],
    };

    private static IEnumerable<CardButton> WithMenu(CardButton button) => [button, .. button.Menu.SelectMany(WithMenu)];
}
