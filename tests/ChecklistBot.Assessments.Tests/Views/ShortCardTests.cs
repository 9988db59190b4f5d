using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Tests.Views;

public sealed class ShortCardTests
{
    [Fact]
    public void Of_many_options_the_first_stay_with_Not_sure_and_a_line_says_how_to_give_another()
    {
        var card = ShortCard.Of(With(new FocusBlock(1, 1, "item", "Which?", null, [.. Enumerable.Range(1, 40).Select(Button), new CardButton { Label = "Not sure", Action = "n" }], null)), 5);

        Assert.Equal(["1", "2", "3", "4", "Not sure"], Assert.IsType<FocusBlock>(card.Blocks[0]).Options.Select(option => option.Label));
        Assert.Contains("Of 40 answers, the first 4 are shown", Assert.IsType<TextBlock>(card.Blocks[1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_leads_on_from_a_card_stays_however_many_ways_to_settle_stand_above_it()
    {
        var rows = Enumerable.Range(0, 6).Select(row => (CardBlock)new ButtonsBlock([.. Enumerable.Range((row * 5) + 1, 5).Select(Button)])).Append(new ButtonsBlock([Button(99), Button(100)]));

        Assert.Equal(
            ["1", "2", "3", "30", "99", "100"],
            ShortCard.Of(With([.. rows]), 4).Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).Select(button => button.Label));
    }

    [Fact]
    public void Lines_and_parts_that_are_left_out_are_counted_or_named_once()
    {
        var card = ShortCard.Of(With([.. Enumerable.Range(1, 5).Select(part => new SectionBlock($"Part {part}", ["a", "b", "c", "d"]))]), 2);

        Assert.Equal(["Part 1", "Part 2"], card.Blocks.OfType<SectionBlock>().Select(section => section.Label));
        Assert.All(card.Blocks.OfType<SectionBlock>(), section => Assert.Equal(["a", "b", "… and 2 more."], section.Lines));
        Assert.Contains("“export” has it all", Assert.Single(card.Blocks.OfType<TextBlock>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_paragraphs_on_end_the_first_stay_and_the_rest_is_counted()
    {
        var card = ShortCard.Of(With([.. Enumerable.Range(1, 6).Select(number => new TextBlock($"Path {number}")), new ButtonsBlock([Button(1)]), new TextBlock("Last answer")]), 3);

        Assert.Equal(["Path 1", "Path 2", "Path 3", "… and 3 more.", "Last answer"], card.Blocks.OfType<TextBlock>().Select(text => text.Text));
    }

    [Fact]
    public void A_card_that_has_no_more_of_anything_stays_as_it_is()
    {
        var card = With(new FlagsBlock(["a", "b"]), new SectionBlock("Why", ["x"]), new ButtonsBlock([Button(1)]));

        Assert.Equal(card.Blocks.Length, ShortCard.Of(card, 2).Blocks.Length);
        Assert.Equal(["a", "b"], Assert.IsType<FlagsBlock>(ShortCard.Of(card, 2).Blocks[0]).Labels);
    }

    private static CardButton Button(int number) => new() { Label = number.ToString(System.Globalization.CultureInfo.InvariantCulture), Action = $"a{number}" };

    private static Card With(params ImmutableArray<CardBlock> blocks) => new() { Kind = CardKind.Live, Summary = "s", Blocks = blocks };
}
