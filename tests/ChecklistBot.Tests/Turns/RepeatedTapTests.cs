using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary>An option is tapped by somebody whose answer it is already.</summary>
public sealed class RepeatedTapTests
{
    private const string Said = "Your answer: item 1, Moves in real time. You had already said so.";

    [Theory]
    [InlineData(ReplyPlacement.InConversation, 1)]
    [InlineData(ReplyPlacement.ToPersonOnly, 0)]
    public async Task Whoever_taps_what_they_had_said_already_is_told_so(ReplyPlacement replies, int lines)
    {
        await using var bot = await TestBot.StartAsync();
        var (first, again) = await TapTwiceAsync(bot, replies);

        Assert.Null(first.Reply);
        Assert.Equal(Said, again.Reply!.Summary);
        Assert.Equal(lines > 0, again.ReplyIsMessage);
        Assert.Equal(1 + lines, (await bot.MessagesAsync()).Count);
    }

    [Fact]
    public async Task In_a_group_where_the_card_is_the_answer_to_a_tap_a_repeated_one_adds_no_line()
    {
        await using var bot = await TestBot.StartAsync();
        var (_, again) = await TapTwiceAsync(bot, ReplyPlacement.InConversationWhenNeeded);

        Assert.NotNull(again.Card);
        Assert.False(again.ReplyIsMessage);
        Assert.Single(await bot.MessagesAsync());
    }

    [Theory]
    [InlineData("k1")]
    [InlineData("k2")]
    public async Task A_tap_that_the_platform_sends_again_adds_nothing(string repeated)
    {
        await using var bot = await TestBot.StartAsync();
        await TapTwiceAsync(bot, ReplyPlacement.InConversation);
        var before = (await bot.MessagesAsync()).Count;

        await TapAsync(bot, ReplyPlacement.InConversation, repeated);

        Assert.Equal(before, (await bot.MessagesAsync()).Count);
    }

    [Theory]
    [InlineData(ReplyPlacement.InConversation)]
    [InlineData(ReplyPlacement.ToPersonOnly)]
    public async Task The_second_tap_of_a_double_one_says_nothing_since_the_card_has_just_confirmed_the_first(ReplyPlacement replies)
    {
        await using var bot = await TestBot.StartAsync();
        var (_, again) = await TapTwiceAsync(bot, replies, TimeSpan.FromSeconds(0.3));

        Assert.Null(again.Reply);
        Assert.Single(await bot.MessagesAsync());
    }

    private static async Task<(TurnAnswer First, TurnAnswer Again)> TapTwiceAsync(TestBot bot, ReplyPlacement replies, TimeSpan? pause = null)
    {
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        var first = await TapAsync(bot, replies, "k1");
        bot.Time.Advance(pause ?? TimeSpan.FromSeconds(2));
        return (first, await TapAsync(bot, replies, "k2"));
    }

    private static Task<TurnAnswer> TapAsync(TestBot bot, ReplyPlacement replies, string key)
    {
        var (card, id) = (bot.Channel.Calls[0].Message.Card, bot.Channel.Calls[0].MessageId);
        return bot.HandleAsync("Ben", new Tapped(TestBot.Action(card, "Moves in real time"), id), key: key, replies: replies);
    }
}
