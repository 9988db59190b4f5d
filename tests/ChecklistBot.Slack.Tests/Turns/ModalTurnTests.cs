using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>The form of all items, the menu's questions, a line of text.</summary>
public sealed class ModalTurnTests
{
    private static readonly ConversationReference Channel = new(new ConversationKey("slack", "T111", "C111"), ConversationKind.Channel);

    [Fact]
    public async Task A_press_of_the_form_opens_a_modal_first_and_fills_it_with_its_hash_afterwards()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Form = action => action == "all~1" ? SampleCards.Form() : null;
        await house.InteractAsync(house.Press("form:9", "all~1"));
        await house.IdleAsync();

        var views = house.Slack.Calls.Where(call => call.Method.StartsWith("views.", StringComparison.Ordinal)).ToList();
        Assert.Equal(["views.open", "views.update"], views.Select(call => call.Method));
        Assert.Equal("1.2.t", views[0].Body.GetProperty("trigger_id").GetString());
        Assert.Equal(("V1", "1.h"), (views[1].Body.GetProperty("view_id").GetString(), views[1].Body.GetProperty("hash").GetString()));
        Assert.Equal(6, views[1].Body.GetProperty("view").GetProperty("blocks").GetArrayLength());
    }

    [Fact]
    public async Task A_form_that_is_sent_is_a_turn_where_its_button_stood()
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await house.InteractAsync(Sent("answers", Opened("all~1", "1.1"))));
        var turn = house.Core.Only;
        Assert.Equal(Channel with { Thread = "1.1" }, turn.Conversation);
        var sent = Assert.IsType<Submitted>(turn.Utterance);
        Assert.Equal("all~1", sent.Action);
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("delay", "hours"), sent.Answers);
        Assert.Equal("slack form T111 V1 h", turn.DedupeKey);
    }

    [Fact]
    public async Task A_form_that_is_refused_says_why_in_its_place()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Status = TurnStatus.Refused, Reply = SampleCards.Reply() with { Summary = "It is finished.", Blocks = [new TextBlock("It is finished.")] } };
        var (_, body) = await house.InteractAsync(Sent("answers", Opened("all~1")));
        Assert.Contains("\"response_action\":\"update\"", body, StringComparison.Ordinal);
        Assert.Contains("It is finished.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_could_not_be_kept_stays_open_with_everything_in_it()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => throw new StorageUnavailableException("disk full");
        var (_, body) = await house.InteractAsync(Sent("answers", Opened("all~1")));
        Assert.StartsWith("""{"response_action":"errors","errors":{"frequency":""", body, StringComparison.Ordinal);
    }

    /// <summary>It once stood at "One moment…" for ever.</summary>
    [Fact]
    public async Task A_form_that_cannot_be_read_says_so_in_its_place()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Form = _ => throw new StorageUnavailableException("disk full");
        Assert.Equal((HttpStatusCode.OK, ""), await house.InteractAsync(house.Press("form:9", "all~1")));
        await house.IdleAsync();

        var update = Assert.Single(house.Slack.Calls, call => call.Method == "views.update").Body;
        Assert.Equal("V1", update.GetProperty("view_id").GetString());
        Assert.Contains("my storage does not answer", update.GetProperty("view").GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Empty(house.Slack.Responses);
    }

    /// <summary>It stood at “One moment…” as well.</summary>
    [Fact]
    public async Task A_form_that_slack_asks_to_fill_later_is_filled_then()
    {
        var time = new WaitedTime();
        await using var house = await SlackHouse.StartAsync(
            prepare: slack => slack.Next("views.update", """{"ok":false,"error":"ratelimited"}""", status: 429, retryAfter: 1), time: time);
        house.Core.Form = _ => SampleCards.Form();
        await house.InteractAsync(house.Press("form:9", "all~1"));
        await time.PassAsync(house.IdleAsync());

        Assert.Equal(6, house.Slack.Views["V1"].View.GetProperty("blocks").GetArrayLength());
        Assert.Empty(house.Slack.Responses);
    }

    [Theory]
    [InlineData("view_too_large", 1), InlineData("not_found", 0), InlineData("hash_conflict", 0)]
    public async Task A_form_that_slack_does_not_fill_is_said_to_its_presser_unless_it_was_closed_or_is_filled(string code, int said)
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("views.update", $$"""{"ok":false,"error":"{{code}}"}"""));
        house.Core.Form = _ => SampleCards.Form();
        await house.InteractAsync(house.Press("form:9", "all~1"));
        await house.IdleAsync();

        Assert.Equal(said, house.Slack.Responses.Count);
    }

    /// <summary>Cancel, Rename and Finish of the menu once did nothing at all while the storage was away.</summary>
    [Fact]
    public async Task An_entry_of_the_menu_that_cannot_be_looked_up_is_said_to_its_presser()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => throw new StorageUnavailableException("disk full");
        Assert.Equal((HttpStatusCode.OK, ""), await house.InteractAsync(house.Press("more:more~1", "!end~0000000000000000000003")));
        await house.IdleAsync();

        var said = Assert.Single(house.Slack.Responses).Body;
        Assert.Equal("ephemeral", said.GetProperty("response_type").GetString());
        Assert.Contains("my storage does not answer", said.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, house.Slack.CountOf("views.open"));
    }

    [Fact]
    public async Task A_risky_entry_of_the_menu_asks_first_in_the_cores_words_and_then_acts()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = turn => turn.Utterance is Tapped { Action: "more~1" } ? new TurnAnswer { Card = SampleCards.All["live"] } : new TurnAnswer();
        await house.InteractAsync(house.Press("more:more~1", "!end~0000000000000000000003"));
        await house.IdleAsync();

        var view = Assert.Single(house.Slack.Calls, call => call.Method == "views.open").Body.GetProperty("view");
        Assert.Equal(("Cancel #3?", "Cancel it", "Keep it"), (Text(view, "title"), Text(view, "submit"), Text(view, "close")));
        Assert.DoesNotContain(house.Core.Told, turn => turn.Utterance is Tapped { Action: "end~0000000000000000000003" });

        await house.InteractAsync(Sent("confirm", view.GetProperty("private_metadata").GetString()!));
        Assert.Equal(new Tapped("end~0000000000000000000003", "2.2"), house.Core.Told.Last().Utterance);

        static string Text(JsonElement view, string name) => view.GetProperty(name).GetProperty("text").GetString()!;
    }

    [Fact]
    public async Task Rename_asks_for_the_title_and_sends_it()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = turn => turn.Utterance is Tapped { Action: "more~1" } ? new TurnAnswer { Card = SampleCards.All["live"] } : new TurnAnswer();
        await house.InteractAsync(house.Press("more:more~1", "!name~0000000000000000000003"));
        await house.IdleAsync();
        var view = Assert.Single(house.Slack.Calls, call => call.Method == "views.open").Body.GetProperty("view");
        Assert.Equal("CRM to accounting", view.GetProperty("blocks")[0].GetProperty("element").GetProperty("initial_value").GetString());

        await house.InteractAsync(Sent("input", view.GetProperty("private_metadata").GetString()!, """{"input":{"line":{"type":"plain_text_input","value":"Leads"}}}"""));
        Assert.Equal(new Tapped("name~0000000000000000000003", "2.2", "Leads"), house.Core.Told.Last().Utterance);
    }

    [Fact]
    public async Task An_entry_that_is_not_on_the_card_any_more_is_answered_in_words()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Card = SampleCards.All["live-finished"], Reply = SampleCards.Reply() };
        await house.InteractAsync(house.Press("more:more~1", "!end~0000000000000000000003"));
        await house.IdleAsync();
        Assert.Single(house.Slack.Responses);
        Assert.Equal(0, house.Slack.CountOf("views.open"));
    }

    [Fact]
    public async Task A_plain_entry_of_the_menu_acts_at_once()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.InteractAsync(house.Press("more:more~1", ".pace~1~quick"));
        Assert.Equal(new Tapped("pace~1~quick", "2.2"), house.Core.Only.Utterance);
    }

    [Fact]
    public async Task When_the_trigger_has_expired_the_presser_is_asked_to_press_again()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("views.open", """{"ok":false,"error":"expired_trigger_id"}"""));
        await house.InteractAsync(house.Press("form:9", "all~1"));
        await house.IdleAsync();
        Assert.Contains("press once more", Assert.Single(house.Slack.Responses).Body.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static string Opened(string action, string? thread = null) =>
        new ModalContext(BlockKit.Modals.Seal, "U111", new SlackPlace("T111", "C111", thread), action, Message: null, "frequency").Write();

    private static string Sent(string kind, string metadata, string values = """{"delay":{"option":{"selected_option":{"value":"hours"}}}}""") =>
        $$"""
        {"type":"view_submission","user":{"id":"U111","name":"ann"},"team":{"id":"T111"},
         "view":{"id":"V1","hash":"h","callback_id":"{{kind}}","private_metadata":{{JsonSerializer.Serialize(metadata)}},"state":{"values":{{values}} } } }
        """;
}
