using System.Globalization;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using CsCheck;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Typing;

public sealed class TitleTests
{
    [Theory]
    [InlineData("  CRM \t to\r\n accounting ", "CRM to accounting")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("\u202Egnitnuocca ot MRC\u202C", "gnitnuocca ot MRC")]
    [InlineData("\u2067a\u2069\u200Eb\u200F\uFEFF\u200Bc", "abc")]
    [InlineData("a\u2028b\u2029c", "a b c")]
    [InlineData("x\uD83Dy\uDC00z", "xyz")]
    [InlineData("<b>CRM</b> & \"accounts\"", "<b>CRM</b> & \"accounts\"")]
    [InlineData("👩‍👩‍👧‍👦 rota", "👩‍👩‍👧‍👦 rota")]
    [InlineData("नमस्ते", "नमस्ते")]
    public void A_title_is_one_line_without_control_and_direction_characters(string text, string expected) => Assert.Equal(expected, Title.From(text)!.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("\u202E\u200F")]
    [InlineData("\u200D\u200C")]
    [InlineData("\u0301\u0302")]
    [InlineData("\u00AD")]
    [InlineData("\u3164\u2800")]
    public void Nothing_readable_is_no_title(string? text) => Assert.Null(Title.From(text));

    [Fact]
    public void A_title_of_80_characters_stays_whole()
    {
        var title = Title.From(new string('x', 80))!;
        Assert.Equal(80, title.Text.Length);
        Assert.False(title.WasCut);
    }

    [Fact]
    public void A_longer_title_is_cut_at_a_grapheme()
    {
        const string Family = "👩‍👩‍👧‍👦";
        var title = Title.From(new string('x', 79) + Family + "y")!;
        Assert.Equal(new string('x', 79) + Family, title.Text);
        Assert.True(title.WasCut);
    }

    /// <summary>Whatever a letter is made of, it is one character to whoever typed it.</summary>
    [Theory]
    [InlineData("😀", 80)]
    [InlineData("👩‍👩‍👧‍👦", 13)]
    [InlineData("e\u0301", 80)]
    [InlineData("🇬🇧", 80)]
    [InlineData("नि", 80)]
    public void Up_to_80_characters_stay_whole_whatever_they_are_made_of(string character, int count)
    {
        var text = string.Concat(Enumerable.Repeat(character, count));
        var title = Title.From(text)!;
        Assert.Equal((text, false), (title.Text, title.WasCut));
        if (count == 80)
            Assert.Equal((text, true), (Title.From(text + character)!.Text, Title.From(text + character)!.WasCut));
    }

    [Fact]
    public void Characters_that_are_very_long_are_cut_between_two_and_the_note_does_not_blame_their_number()
    {
        const string Family = "👩‍👩‍👧‍👦";
        var team = new Conversation();
        team.Says(Ann, "start " + string.Concat(Enumerable.Repeat(Family, 80)));
        Assert.Equal(string.Concat(Enumerable.Repeat(Family, 400 / Family.Length)), team.State.Title);
        team.Replied(ReplyNature.Confirmation, "The title was too long, so its end was cut off. Type rename and a shorter one if you like.");
    }

    [Fact]
    public void A_letter_under_hundreds_of_accents_is_cut_too()
    {
        var title = Title.From("e" + new string('\u0301', 500))!;
        Assert.Equal(Title.MaxLength, title.Text.Length);
        Assert.True(title.WasCut);
    }

    [Fact]
    public void A_cut_never_halves_a_character()
    {
        var title = Title.From("e" + string.Concat(Enumerable.Repeat("\U0001D167", 300)))!;
        Assert.Equal(399, title.Text.Length);
        Assert.True(char.IsLowSurrogate(title.Text[^1]));
    }

    [Fact]
    public void Any_text_gives_a_title_of_1_to_80_characters_on_one_line_or_none() =>
        Gen.OneOf(Gen.Char, Pick.From('\u0301', '\u200D', '\u202E', ' ', '\uD83D', '\uDC69')).Array[0, 900].Select(chars => new string(chars)).Sample(
            text =>
            {
                if (Title.From(text) is not { } title)
                    return;
                Assert.InRange(new StringInfo(title.Text).LengthInTextElements, 1, 80);
                Assert.InRange(title.Text.Length, 1, Title.MaxLength);
                Assert.Equal(title.Text.Trim(), title.Text);
                Assert.DoesNotContain(title.Text, char.IsControl);
                Assert.DoesNotContain(title.Text.EnumerateRunes(), rune => rune.Value is 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
                Assert.Equal(title.Text, Title.From(title.Text)?.Text);
                if (title.WasCut && StringInfo.GetNextTextElementLength(PlainText.OneLine(text)) <= Title.MaxLength)
                    Assert.Contains(title.Text.Length, Boundaries(PlainText.OneLine(text)));
            },
            iter: 5_000);

    [Fact]
    public void Ten_thousand_hostile_characters_become_a_title_and_the_note_says_that_it_was_cut()
    {
        var hostile = string.Concat(Enumerable.Repeat("<script>\u202E\u0000alert('x')\u200F</script>\n👩‍👩‍👧‍👦e\u0301", 250));
        Assert.True(hostile.Length > 10_000);
        var team = new Conversation();

        team.Says(Ann, "start " + hostile);

        Assert.Equal(80, new StringInfo(team.State.Title).LengthInTextElements);
        Assert.StartsWith("<script>alert('x')</script> 👩‍👩‍👧‍👦e\u0301<script>", team.State.Title, StringComparison.Ordinal);
        team.Replied(ReplyNature.Confirmation, "The title was longer than 80 characters, so its end was cut off.");
        team.Card.Shows($"# #1 {team.State.Title}\n");
    }

    [Fact]
    public void A_renaming_that_was_cut_says_so()
    {
        var team = new Conversation();
        team.Says(Ann, "start Short").Says(Ben, "rename " + new string('y', 90));
        team.Happened(new Events.Renamed(new string('y', 80), "Short"));
        team.Replied(ReplyNature.Confirmation, "longer than 80 characters");
    }

    /// <summary>Where a text may be cut; trailing white space goes too.</summary>
    private static IEnumerable<int> Boundaries(string text) =>
        StringInfo.ParseCombiningCharacters(text).Select(start => text[..start].TrimEnd().Length);
}
