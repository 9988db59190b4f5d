using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Html;
using CsCheck;

namespace ChecklistBot.Web.Tests;

public sealed partial class EncodingTests
{
    private const string Hostile = "\"'><script>alert(1)</script><b onclick=x>&amp;\u202Eevil\u2066\0`";

    [Fact]
    public void No_text_of_a_card_becomes_markup()
    {
        var html = CardMarkupTests.Draw(Everything(Hostile));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.Equal(Tags(CardMarkupTests.Draw(Everything("harmless"))), Tags(html));
    }

    [Fact]
    public void Marks_that_change_direction_are_written_as_references_and_kept_to_their_own_text()
    {
        var html = CardMarkupTests.Draw(CardMarkupTests.With(new HeadingBlock("start\u202Egnihtemos")));
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("<bdi>start&#x202E;gnihtemos</bdi>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_names_of_people_become_no_markup()
    {
        var html = new HtmlWriter();
        new MessageHtml(new WebChannelSettings(), [new FakePreview("Teams")]).Write(
            html, new RoomMessage { Number = 1, Changed = 1, At = FakeRooms.Now, Person = Hostile, Words = Hostile }, "main", Hostile, Hostile);
        Assert.DoesNotContain("<script", html.ToString(), StringComparison.Ordinal);
        Assert.Contains("<p class=\"said\"><bdi>&quot;&#x27;&gt;&lt;script&gt;", html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_every_script_stay_readable() =>
        Assert.Contains("Zoë Łukasz 名前 שלום", CardMarkupTests.Draw(CardMarkupTests.With(new TextBlock("Zoë Łukasz 名前 שלום"))), StringComparison.Ordinal);

    [Fact]
    public void Whatever_the_text_the_tags_are_the_same() => Gen.String.Sample(
        static text => Assert.Equal(Tags(CardMarkupTests.Draw(Everything("harmless"))), Tags(CardMarkupTests.Draw(Everything(text)))),
        iter: 500);

    // Attribute values are stripped as well: what is left is the skeleton that only our own literals may make.
    private static string Tags(string html) =>
        string.Join('\n', Tag().Matches(html).Select(static m => Value().Replace(m.Value, "=\"\"")));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex Value();

    private static Card Everything(string text)
    {
        var plain = new CardButton { Label = text, Action = "a", Description = text, ItemId = text, OptionId = text };
        var confirmed = plain with { Confirmation = new ButtonConfirmation(text, text, text, text) };
        var asked = plain with { Input = new ButtonInput(text, text, 80) };
        ImmutableArray<CardBlock> blocks =
        [
            new HeadingBlock(text),
            new TextBlock(text),
            new ProgressBlock(1, 2, text),
            new FlagsBlock([text, text]),
            new DividerBlock(),
            new ItemLineBlock(1, text, text, ItemLineState.Split, [new LineChoice(text, text, 1, new NameList([text], 2))], text, plain),
            new FocusBlock(1, 2, "focused", text, text, [plain], text),
            new SectionBlock(text, [text]),
            new ButtonsBlock([plain, confirmed, asked, plain with { Menu = [plain, confirmed, asked] }, confirmed with { Input = asked.Input }]),
            new EntryBlock(text, text, null),
            new LinkBlock(text, "#m-1"),
            new DocumentBlock(text, "text/plain", text),
        ];
        return new Card { Kind = CardKind.Recommendation, Summary = text, Blocks = blocks, Number = 1, Revision = 1, PathId = text };
    }
}
