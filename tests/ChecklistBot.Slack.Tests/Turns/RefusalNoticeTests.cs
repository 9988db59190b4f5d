using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>Whoever mentioned the bot where it may not write hears why nothing came: there was complete silence.</summary>
public sealed class RefusalNoticeTests
{
    [Theory]
    [InlineData("restricted_action_read_only_channel", "lets only some people")]
    [InlineData("is_archived", "archived")]
    [InlineData("channel_not_found", "/invite")]
    [InlineData("not_in_channel", "/invite")]
    [InlineData("msg_too_long", "longer than Slack takes")]
    public async Task Who_mentioned_the_bot_is_told_why_no_card_came(string code, string words)
    {
        await using var house = await RefusingAsync(code);
        await MentionAndPostAsync(house);

        var said = Assert.Single(house.Slack.Calls, call => call.Method == "chat.postEphemeral").Body;
        Assert.Equal(("C111", "U111"), (said.GetProperty("channel").GetString(), said.GetProperty("user").GetString()));
        Assert.Contains(words, said.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_not_even_that_can_be_said_a_direct_message_says_it()
    {
        await using var house = await RefusingAsync("channel_not_found", ephemeral: "channel_not_found");
        await MentionAndPostAsync(house);

        var said = Assert.Single(Direct(house));
        Assert.Contains("could not answer you in the conversation where you wrote to me: I am not in this conversation.", said.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("channel=C111", said.GetProperty("blocks").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_one_person_that_slack_refuses_there_is_not_dropped_in_silence_either()
    {
        await using var house = await SlackHouse.StartAsync(prepare: slack => slack.Next("chat.postEphemeral", Refusal("restricted_action_read_only_channel")));
        house.Core.Answer = _ => new TurnAnswer { Reply = SampleCards.All["reply-document"] };
        await house.EventAsync(HttpDoorTests.Mention("list"));
        await house.IdleAsync();

        Assert.Contains("lets only some people", Assert.Single(Direct(house)).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_in_a_direct_message_is_not_tried_there_once_more()
    {
        await using var house = await RefusingAsync("messages_tab_disabled");
        await house.EventAsync("""{"type":"event_callback","event_id":"Ev1","team_id":"T111","event":{"type":"message","channel_type":"im","channel":"D111","user":"U111","ts":"1.1","text":"start"}}""");
        await PostAsync(house, "D111");

        Assert.Equal(0, house.Slack.CountOf("chat.postEphemeral"));
        Assert.Equal(1, house.Slack.CountOf("chat.postMessage"));
    }

    private static IEnumerable<JsonElement> Direct(SlackHouse house) =>
        house.Slack.Calls.Where(call => call.Method == "chat.postMessage" && call.Body.GetProperty("channel").GetString() == "U111").Select(call => call.Body);

    private static Task<SlackHouse> RefusingAsync(string code, string? ephemeral = null) => SlackHouse.StartAsync(prepare: slack =>
    {
        slack.Next("chat.postMessage", Refusal(code));
        if (code == "msg_too_long")
            slack.Next("chat.postMessage", Refusal(code));
        slack.Next("conversations.join", Refusal("method_not_supported_for_channel_type"));
        if (ephemeral is not null)
            slack.Next("chat.postEphemeral", Refusal(ephemeral));
    });

    private static async Task MentionAndPostAsync(SlackHouse house)
    {
        await house.EventAsync(HttpDoorTests.Mention("start"));
        await PostAsync(house, "C111");
    }

    private static async Task PostAsync(SlackHouse house, string channel)
    {
        var where = new ConversationReference(new ConversationKey("slack", "T111", channel), ConversationKind.Channel);
        Assert.IsType<Refused>(await house.Channel.PostAsync(
            where, new OutgoingMessage(1, SampleCards.All["recommendation"], Broadcast: false), TestContext.Current.CancellationToken));
        await house.IdleAsync();
    }

    private static string Refusal(string code) => $$"""{"ok":false,"error":"{{code}}"}""";
}
