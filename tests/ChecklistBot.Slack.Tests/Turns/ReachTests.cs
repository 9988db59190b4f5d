using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Slack.Tests.Turns;

public sealed class ReachTests
{
    private readonly SteppingTime time = new();

    [Fact]
    public async Task A_channel_where_the_bot_can_post_is_asked_about_again_after_ten_minutes()
    {
        await using var house = await SlackHouse.StartAsync(time: time);
        await house.CommandAsync("status", trigger: "1.2.a");
        time.Advance(TimeSpan.FromMinutes(9));
        await house.CommandAsync("status", trigger: "1.2.b");
        Assert.Equal(1, house.Slack.CountOf("conversations.info"));

        time.Advance(TimeSpan.FromMinutes(1));
        await house.CommandAsync("status", trigger: "1.2.c");
        Assert.Equal(2, house.Slack.CountOf("conversations.info"));
        Assert.Equal(3, house.Core.Told.Count);
    }

    [Fact]
    public async Task A_clock_set_back_a_day_makes_no_old_answer_young_again()
    {
        await using var house = await SlackHouse.StartAsync(time: time);
        await house.CommandAsync("status", trigger: "1.2.a");
        time.Advance(TimeSpan.FromMinutes(10));
        time.SetBack = TimeSpan.FromDays(1);

        await house.CommandAsync("status", trigger: "1.2.b");

        Assert.Equal(2, house.Slack.CountOf("conversations.info"));
    }

    [Fact]
    public async Task Where_a_post_was_refused_the_next_command_asks_again()
    {
        await using var house = await SlackHouse.StartAsync(
            prepare: slack =>
            {
                slack.Next("chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
                slack.Next("conversations.join", """{"ok":false,"error":"method_not_supported_for_channel_type"}""");
            },
            time: time);
        await house.CommandAsync("start", trigger: "1.2.a");
        Assert.IsType<Refused>(await PostAsync(house));

        await house.CommandAsync("start", trigger: "1.2.b");

        Assert.Equal(2, house.Slack.CountOf("conversations.info"));
    }

    [Theory]
    [InlineData(29, 1)]
    [InlineData(30, 0)]
    public async Task Who_typed_is_told_why_nothing_appeared_for_as_long_as_slack_lets_the_bot_answer(int minutes, int told)
    {
        await using var house = await SlackHouse.StartAsync(
            prepare: slack =>
            {
                slack.Next("chat.postMessage", """{"ok":false,"error":"not_in_channel"}""");
                slack.Next("conversations.join", """{"ok":false,"error":"method_not_supported_for_channel_type"}""");
            },
            time: time);
        await house.CommandAsync("start");
        time.Advance(TimeSpan.FromMinutes(minutes));

        await PostAsync(house);
        await house.IdleAsync();

        Assert.Equal(told, house.Slack.Responses.Count);
    }

    private static Task<DeliveryOutcome> PostAsync(SlackHouse house) => house.Channel.PostAsync(
        new ConversationReference(new ConversationKey("slack", "T111", "C111"), ConversationKind.Channel),
        new OutgoingMessage(1, SampleCards.All["recommendation"], Broadcast: true),
        TestContext.Current.CancellationToken);

    /// <summary>A clock on the wall that can be set back; how much time has passed it tells truly.</summary>
    private sealed class SteppingTime() : FakeTimeProvider(DateTimeOffset.UtcNow)
    {
        public TimeSpan SetBack { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - SetBack;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
