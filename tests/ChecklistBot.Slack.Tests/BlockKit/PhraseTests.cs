using ChecklistBot.Slack.BlockKit;
using CsCheck;

namespace ChecklistBot.Slack.Tests.BlockKit;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("Why", "*Why*")]
    [InlineData("A & B <c>", "*A &amp; B &lt;c&gt;*")]
    [InlineData("at 10:30 or 11:45", "*at 10:30 or 11:45*")]
    [InlineData("a:b:c", null)]
    [InlineData("at 10:30", "*at 10:30*")]
    [InlineData("*x*", null), InlineData("_y_", null), InlineData("~z~", null), InlineData("`c`", null), InlineData(":tada:", null), InlineData("> quote", null)]
    public void Bold_is_drawn_only_where_no_words_could_be_formatting(string text, string? markup) =>
        Assert.Equal(markup, Phrase.Bold(text).AsMarkup());

    [Fact]
    public void A_link_goes_to_web_addresses_only()
    {
        Assert.Equal("<https://x.example/?a=1&amp;b=2|see>", new Phrase().AddLink("see", "https://x.example/?a=1&b=2").AsMarkup());
        Assert.Null(new Phrase().AddLink("see", "javascript:alert(1)").AsMarkup());
        Assert.Null(new Phrase().AddLink("see", "https://x.example/|<!channel>").AsMarkup());
        Assert.Equal("*x* (https://x.example/)", new Phrase().AddLink("*x*", "https://x.example/").AsPlain());
    }

    [Fact]
    public void Pieces_hold_the_whole_text_and_no_half_characters() =>
        Gen.Select(Gen.String[Gen.OneOf(Gen.Char["ab \n"], Gen.Char['\u0300', '\u0310']), 0, 300], Gen.Int[5, 50]).Sample((text, most) =>
        {
            var pieces = PlainText.Pieces(text, most).ToList();
            Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, most));
            Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), string.Concat(pieces).Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
        });

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        const string family = "👩‍👩‍👧";
        Assert.Equal("…", PlainText.Cut(family + "x", 4));
        Assert.Equal(family + "…", PlainText.Cut(family + "xyz", family.Length + 1));
    }
}
