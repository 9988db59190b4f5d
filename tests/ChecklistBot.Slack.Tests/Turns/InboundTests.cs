using System.Net;
using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>What people do in Slack, as the core hears it, and what they get back.</summary>
public sealed class InboundTests
{
    private static readonly ConversationReference Channel = new(new ConversationKey("slack", "T111", "C111"), ConversationKind.Channel);

    /// <summary>An acknowledgement waits some hundred milliseconds for what Slack says about a person or a channel; on this clock they do not pass.</summary>
    private static FakeTimeProvider Patient => new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_slash_command_is_a_turn_in_its_channel_and_is_answered_in_its_acknowledgement()
    {
        await using var house = await SlackHouse.StartAsync(time: Patient);
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

    [Theory]
    [InlineData("1790000000.000123", 1790000000L)]
    [InlineData("999999999999999.1", null)]
    [InlineData("soon", null)]
    public async Task An_edit_says_when_its_message_was_written_where_the_ts_is_a_time(string ts, long? written)
    {
        await using var house = await SlackHouse.StartAsync();
        await house.EventAsync(
            $$"""
            {"type":"event_callback","event_id":"Ev1","team_id":"T111","event":{"type":"message","subtype":"message_changed","channel_type":"im","channel":"D111","ts":"9.9",
             "message":{"type":"message","user":"U111","text":"start CRM","ts":"{{ts}}","edited":{"user":"U111","ts":"1790600000.1"} },
             "previous_message":{"type":"message","user":"U111","text":"start CMR","ts":"{{ts}}"} } }
            """);

        Assert.Equal(new Said("start CRM", IsEdit: true), house.Core.Only.Utterance);
        Assert.Equal(written is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null, house.Core.Only.EditedWritten);
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
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("conversations.info", facts), time: Patient);
        var (status, body) = await house.CommandAsync("start", channel);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains(words, body, StringComparison.Ordinal);
        Assert.Empty(house.Core.Told);
    }

    [Fact]
    public async Task After_an_invitation_the_next_command_works_at_once()
    {
        await using var house = await SlackHouse.StartAsync(
            prepare: slack => slack.Next("conversations.info", """{"ok":false,"error":"channel_not_found"}"""), time: Patient);
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

        // An invitation there is no acquaintance: what would greet them is a token of somebody else's workspace.
        house.Core.Told.Clear();
        await house.EventAsync(
            """{"type":"event_callback","event_id":"Ev1","team_id":"T111","authorizations":[{"team_id":"T111","user_id":"U222","is_bot":true}],"event":{"type":"member_joined_channel","user":"U222","channel":"C111","inviter":"U333"}}""");
        Assert.Empty(house.Core.Told);
    }

    [Fact]
    public async Task Guests_and_people_of_other_organisations_are_named_as_such()
    {
        await using var house = await SlackHouse.StartAsync(
            prepare: slack =>
            {
                slack.Next("users.info", """{"ok":true,"user":{"id":"U1","name":"g","is_restricted":true,"profile":{"display_name":"Gil"}}}""");
                slack.Next("users.info", """{"ok":true,"user":{"id":"U2","name":"s","is_stranger":true,"profile":{"display_name":"","real_name":"Sam Stone"}}}""");
            },
            time: Patient);
        await house.CommandAsync("help", user: "U1");
        await house.CommandAsync("help", user: "U2", trigger: "1.2.u");
        Assert.Equal(
            [new PersonReference("U1", "Gil", "guest"), new PersonReference("U2", "Sam Stone", "another organisation")],
            house.Core.Told.Select(turn => turn.Person));
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
}
