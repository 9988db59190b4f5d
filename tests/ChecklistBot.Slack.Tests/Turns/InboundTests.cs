using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>What people do in Slack, as the core hears it, and what they get back.</summary>
public sealed class InboundTests
{
    private static readonly ConversationReference Channel = new(new ConversationKey("slack", "T111", "C111"), ConversationKind.Channel);

    [Fact]
    public async Task A_slash_command_is_a_turn_in_its_channel_and_is_answered_in_its_acknowledgement()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };

        var (status, body) = await house.CommandAsync("start CRM & accounting");

        var turn = house.Core.Only;
        Assert.Equal((Channel, new Said("start CRM & accounting"), ReplyPlacement.ToPersonOnly), (turn.Conversation, turn.Utterance, turn.Replies));
        Assert.Equal(("U111", "Name of U111"), (turn.Person.Id, turn.Person.Name));
        Assert.Equal(HttpStatusCode.OK, status);
        using var answer = JsonDocument.Parse(body);
        Assert.Equal("ephemeral", answer.RootElement.GetProperty("response_type").GetString());
        Assert.Contains("Rework for our team", answer.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, house.Slack.CountOf("chat.postEphemeral"));
    }

    [Fact]
    public async Task A_command_with_nothing_to_say_is_acknowledged_empty()
    {
        await using var house = await SlackHouse.StartAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await house.CommandAsync("start"));
    }

    [Fact]
    public async Task A_long_document_goes_on_through_the_answering_address()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Document(new string('a', 9000)) };
        var (_, body) = await house.CommandAsync("export");
        await house.IdleAsync();
        Assert.Contains("aaaa", body, StringComparison.Ordinal);
        Assert.Equal(2, house.Slack.Responses.Count);
    }

    [Fact]
    public async Task A_mention_in_a_thread_is_a_turn_in_that_thread_and_its_reply_is_shown_there_to_one_person()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };

        await house.EventAsync(HttpDoorTests.Mention("status", thread: "1.1"));
        await house.IdleAsync();

        Assert.Equal(Channel with { Thread = "1.1" }, house.Core.Only.Conversation);
        Assert.Equal(new Said("status"), house.Core.Only.Utterance);
        var reply = Assert.Single(house.Slack.Calls, call => call.Method == "chat.postEphemeral").Body;
        Assert.Equal(("C111", "U111", "1.1"), (reply.GetProperty("channel").GetString(), reply.GetProperty("user").GetString(), reply.GetProperty("thread_ts").GetString()));
    }

    [Fact]
    public async Task The_same_event_on_every_retry_and_over_both_ways_has_one_key()
    {
        await using var house = await SlackHouse.StartAsync(overSockets: true);
        var socket = await house.Slack.NextSocketAsync();
        await socket.HelloAsync();
        var mention = HttpDoorTests.Mention("start");

        await house.EventAsync(mention);
        for (var attempt = 1; attempt <= 3; attempt++)
            await house.EventAsync(mention, ("X-Slack-Retry-Num", $"{attempt}"), ("X-Slack-Retry-Reason", "http_timeout"));
        await socket.EnvelopeAsync("e1", "events_api", mention);
        await socket.EnvelopeAsync("e2", "events_api", mention);
        await socket.NextAckAsync();
        await socket.NextAckAsync();

        Assert.Equal(6, house.Core.Told.Count);
        Assert.Single(house.Core.Told.Select(turn => turn.DedupeKey).Distinct());
    }

    [Fact]
    public async Task A_direct_message_is_personal_and_is_answered_in_the_conversation()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.EventAsync("""{"type":"event_callback","event_id":"Ev1","team_id":"T111","event":{"type":"message","channel_type":"im","channel":"D111","user":"U111","ts":"1.1","text":"start"}}""");
        Assert.Equal((ConversationKind.Personal, ReplyPlacement.InConversation), (house.Core.Only.Conversation.Kind, house.Core.Only.Replies));
    }

    [Fact]
    public async Task A_tap_names_its_message_and_is_answered_to_the_presser_only()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };
        Assert.Equal((HttpStatusCode.OK, ""), await house.InteractAsync(house.Press("answer:error-cost:low:3", "a~1~error-cost~low", thread: "1.1")));
        await house.IdleAsync();

        Assert.Equal(new Tapped("a~1~error-cost~low", "2.2"), house.Core.Only.Utterance);
        var (path, body) = Assert.Single(house.Slack.Responses);
        Assert.Equal(("press", "ephemeral", false), (path, body.GetProperty("response_type").GetString(), body.GetProperty("replace_original").GetBoolean()));
        Assert.Equal("1.1", body.GetProperty("thread_ts").GetString());
    }

    [Fact]
    public async Task A_tap_whose_answering_address_is_used_up_is_answered_all_the_same()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };
        for (var tap = 0; tap < 6; tap++)
            await house.InteractAsync(house.Press("tap:1", $"a~{tap}"));
        await house.IdleAsync();
        Assert.Equal((5, 1), (house.Slack.Responses.Count, house.Slack.CountOf("chat.postEphemeral")));
    }

    [Fact]
    public async Task A_tap_on_an_ephemeral_message_replaces_it_or_takes_it_away()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.InteractAsync(house.Press("tap:1", "undo~1", isEphemeral: true));
        await house.IdleAsync();
        Assert.Equal(new Tapped("undo~1"), house.Core.Only.Utterance);
        Assert.True(Assert.Single(house.Slack.Responses).Body.GetProperty("delete_original").GetBoolean());

        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };
        await house.InteractAsync(house.Press("tap:1", "undo~1", isEphemeral: true));
        await house.IdleAsync();
        Assert.True(house.Slack.Responses.Last().Body.GetProperty("replace_original").GetBoolean());
    }

    [Fact]
    public async Task The_bots_own_arrival_is_a_welcome_by_whoever_invited_it()
    {
        await using var house = await SlackHouse.StartAsync();
        await house.EventAsync(
            """{"type":"event_callback","event_id":"Ev1","team_id":"T111","authorizations":[{"team_id":"T111","user_id":"U222","is_bot":true}],"event":{"type":"member_joined_channel","user":"U222","channel":"C111","inviter":"U333"}}""");
        Assert.IsType<Welcomed>(house.Core.Only.Utterance);
        Assert.Equal("U333", house.Core.Only.Person.Id);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"channel_not_found"}""", "C111", "/invite")]
    [InlineData("""{"ok":true,"channel":{"id":"C111","is_private":true,"is_member":false}}""", "C111", "/invite")]
    [InlineData("""{"ok":false,"error":"channel_not_found"}""", "D111", "Write to me directly")]
    [InlineData("""{"ok":true,"channel":{"id":"C111","is_archived":true,"is_member":true}}""", "C111", "archived")]
    public async Task Where_the_bot_cannot_post_the_typist_is_told_and_nothing_is_started(string facts, string channel, string words)
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("conversations.info", facts));
        var (status, body) = await house.CommandAsync("start", channel);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(words, body, StringComparison.Ordinal);
        Assert.Empty(house.Core.Told);
    }

    [Fact]
    public async Task After_an_invitation_the_next_command_works_at_once()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("conversations.info", """{"ok":false,"error":"channel_not_found"}"""));
        await house.CommandAsync("start");
        await house.CommandAsync("start", trigger: "1.2.u");
        await house.CommandAsync("status", trigger: "1.2.v");
        Assert.Equal(2, house.Core.Told.Count);
        Assert.Equal(2, house.Slack.CountOf("conversations.info"));
    }

    [Fact]
    public async Task Another_workspaces_payload_is_not_handled()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("auth.test", """{"ok":true,"team_id":"T999","user_id":"U222"}"""));
        await Patience.UntilAsync(async () => (await house.CommandAsync("start")).Body.Contains("another workspace", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Guests_and_people_of_other_organisations_are_named_as_such()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack =>
        {
            slack.Next("users.info", """{"ok":true,"user":{"id":"U1","name":"g","is_restricted":true,"profile":{"display_name":"Gil"}}}""");
            slack.Next("users.info", """{"ok":true,"user":{"id":"U2","name":"s","is_stranger":true,"profile":{"display_name":"","real_name":"Sam Stone"}}}""");
        });
        await house.CommandAsync("help", user: "U1");
        await house.CommandAsync("help", user: "U2", trigger: "1.2.u");
        Assert.Equal(
            [new PersonReference("U1", "Gil", "guest"), new PersonReference("U2", "Sam Stone", "another organisation")],
            house.Core.Told.Select(turn => turn.Person));
    }

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
        Assert.Equal((HttpStatusCode.OK, ""), await house.InteractAsync(Sent("answers", """{"c":"C111","t":"1.1","a":"all~1","f":"frequency"}""")));
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
        var (_, body) = await house.InteractAsync(Sent("answers", """{"c":"C111","a":"all~1","f":"frequency"}"""));
        Assert.Contains("\"response_action\":\"update\"", body, StringComparison.Ordinal);
        Assert.Contains("It is finished.", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_could_not_be_kept_stays_open_with_everything_in_it()
    {
        await using var house = await SlackHouse.StartAsync();
        house.Core.Answer = _ => throw new StorageUnavailableException("disk full");
        var (_, body) = await house.InteractAsync(Sent("answers", """{"c":"C111","a":"all~1","f":"frequency"}"""));
        Assert.StartsWith("""{"response_action":"errors","errors":{"frequency":""", body, StringComparison.Ordinal);
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

    [Fact]
    public async Task Over_a_socket_the_same_command_takes_the_same_way()
    {
        await using var house = await SlackHouse.StartAsync(overSockets: true);
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.Reply() };
        var socket = await house.Slack.NextSocketAsync();
        await socket.HelloAsync();
        await socket.EnvelopeAsync(
            "e1", "slash_commands", """{"team_id":"T111","channel_id":"C111","user_id":"U111","command":"/checklist","text":"start A &amp; B","trigger_id":"1.2.t","is_enterprise_install":"false"}""", acceptsAnswer: true);

        var (id, payload) = await socket.NextAckAsync();
        Assert.Equal("e1", id);
        Assert.Contains("\"response_type\":\"ephemeral\"", payload, StringComparison.Ordinal);
        Assert.Equal(new Said("start A & B"), house.Core.Only.Utterance);
    }

    private static string Sent(string kind, string metadata, string values = """{"delay":{"option":{"selected_option":{"value":"hours"}}}}""") =>
        $$"""
        {"type":"view_submission","user":{"id":"U111","name":"ann"},"team":{"id":"T111"},
         "view":{"id":"V1","hash":"h","callback_id":"{{kind}}","private_metadata":{{JsonSerializer.Serialize(metadata)}},"state":{"values":{{values}} } } }
        """;
}
