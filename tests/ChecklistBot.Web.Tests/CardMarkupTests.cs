using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Tests;

public sealed class CardMarkupTests
{
    public static TheoryData<string> States => [.. SampleCards.All.Keys];

    [Theory]
    [MemberData(nameof(States))]
    public void Each_state_of_a_card_is_drawn_as_its_golden_file_says(string state) =>
        Golden.Matches($"card-{state}.html", Draw(SampleCards.All[state]));

    [Fact]
    public void The_sample_cards_have_a_block_of_every_kind()
    {
        var drawn = SampleCards.All.Values.SelectMany(static c => c.Blocks).Select(static b => b.GetType()).ToHashSet();
        var kinds = typeof(CardBlock).Assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(CardBlock)));
        Assert.All(kinds, kind => Assert.Contains(kind, drawn));
    }

    [Fact]
    public void A_card_is_an_article_with_the_names_that_others_rely_on()
    {
        Assert.StartsWith(
            $"<article data-kind=\"recommendation\" data-assessment=\"{SampleCards.Id}\" data-revision=\"1\" data-path=\"immediate-sync\"",
            Draw(SampleCards.All["recommendation"]),
            StringComparison.Ordinal);
        Assert.StartsWith("<article data-kind=\"live\"", Draw(SampleCards.All["start"]), StringComparison.Ordinal);
        Assert.StartsWith("<article data-kind=\"register\"", Draw(SampleCards.All["register"]), StringComparison.Ordinal);
        Assert.StartsWith("<article data-kind=\"reply\"", Draw(SampleCards.All["reply"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_recommendations_have_a_path_and_a_provisional_one_has_an_empty_one()
    {
        Assert.DoesNotContain("data-path", Draw(SampleCards.All["start"]), StringComparison.Ordinal);
        Assert.Contains("data-path=\"\"", Draw(SampleCards.All["provisional"]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_is_a_button_with_its_item_and_option() => Assert.Contains(
        "<button name=\"action\" value=\"answer:3:error-cost:medium\" form=\"tap\" data-item=\"error-cost\" data-option=\"medium\"",
        Draw(SampleCards.All["split"]),
        StringComparison.Ordinal);

    [Fact]
    public void A_button_that_asks_first_shows_its_question_before_the_button_that_acts()
    {
        var html = Draw(SampleCards.All["decides"]);
        var question = html.IndexOf("Finish #3 without agreement?", StringComparison.Ordinal);
        var consequence = html.IndexOf("Reopen undoes it.", StringComparison.Ordinal);
        var action = html.IndexOf("value=\"finish:3:anyway\"", StringComparison.Ordinal);
        Assert.True(question > 0 && question < consequence && consequence < action);
        Assert.DoesNotContain("value=\"finish:3:anyway\"", html[..question], StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_with_a_field_has_a_form_of_its_own_so_that_Enter_presses_it_and_no_other()
    {
        var html = Draw(SampleCards.All["start"], new CardPlace(7, "sales", "Ann", "t0"));
        var form = html[html.IndexOf("<form", StringComparison.Ordinal)..html.IndexOf("</form>", StringComparison.Ordinal)];
        Assert.Contains("action=\"/tap\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"who\" value=\"Ann\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"room\" value=\"sales\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"token\" value=\"t0\"", form, StringComparison.Ordinal);
        Assert.Contains("<button name=\"action\" value=\"rename:3\" class", form, StringComparison.Ordinal);
    }

    [Fact]
    public void In_the_event_stream_a_card_is_the_same_for_everybody()
    {
        var html = Draw(SampleCards.All["start"], new CardPlace(1, "main"));
        Assert.Contains("name=\"who\" value=\"\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"token\" value=\"\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JAVASCRIPT:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//other.example/")]
    [InlineData("/\\other.example/")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("room")]
    public void An_address_that_is_no_web_address_and_no_place_of_the_page_is_no_link(string address) =>
        Assert.DoesNotContain("href", Draw(With(new LinkBlock("Look", address))), StringComparison.Ordinal);

    [Theory]
    [InlineData("#m-6")]
    [InlineData("/?room=main#m-6")]
    [InlineData("https://wiki.example/a?b=1&c=2")]
    public void A_web_address_and_a_place_of_the_page_are_links(string address) =>
        Assert.Contains($"href=\"{address.Replace("&", "&amp;", StringComparison.Ordinal)}\"", Draw(With(new LinkBlock("Look", address))), StringComparison.Ordinal);

    [Fact]
    public void A_line_names_who_is_not_named_by_their_number()
    {
        var line = new ItemLineBlock(
            1, "frequency", "How often", ItemLineState.Agreed, [new LineChoice("nightly", "Every night", 12, new NameList(["A", "B", "C", "D", "E"], 7))], null, null);
        Assert.Contains("<bdi>E</bdi> and 7 more", Draw(With(line)), StringComparison.Ordinal);
    }

    internal static Card With(params ImmutableArray<CardBlock> blocks) =>
        new() { Kind = CardKind.Reply, Summary = "Something.", Blocks = blocks };

    internal static string Draw(Card card, CardPlace? place = null)
    {
        var html = new HtmlWriter();
        CardHtml.Write(html, card, place ?? new CardPlace(1, "main", "Ann", "token"));
        return html.ToString();
    }
}
