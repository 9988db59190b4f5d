using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>A message that cannot be drawn, as a bug would leave it, harms no other.</summary>
public sealed class BrokenMessageTests
{
    [Fact]
    public async Task What_went_out_before_it_is_not_posted_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");
        await BreakAsync(bot);

        await Assert.ThrowsAsync<InvalidDataException>(() => bot.DeliverAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => bot.DeliverAfterAsync(TimeSpan.FromMinutes(1)));

        Assert.Single(bot.Channel.Calls);
        Assert.Equal(("id-1", MessageState.Delivered), ((await bot.MessagesAsync())[0].PlatformId, (await bot.MessagesAsync())[0].State));
    }

    [Fact]
    public async Task Its_conversation_rests_and_all_others_go_on()
    {
        await using var bot = await TestBot.StartAsync();
        // More of them than the loop visits at once.
        foreach (var room in Enumerable.Range(0, 20).Select(i => TestBot.Room($"broken-{i}")))
        {
            await bot.SayAsync("Ann", "help", room);
            await BreakAsync(bot, room);
        }

        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.SayAsync("Ann", "start CRM to accounting");
        using var loop = await bot.LoopAsync();
        await Harness.Eventually.BecomesAsync(() => bot.Channel.Calls.Count, calls => calls > 0);
        await loop.StopAsync(TestContext.Current.CancellationToken);

        Assert.Single(bot.Channel.Calls);
    }

    private static Task<long> BreakAsync(TestBot bot, Assessments.Channels.ConversationReference? where = null) => bot.Store.WriteAsync(
        (turn, cancel) => turn.WantMessageAsync(
            (where ?? TestBot.Conversation).Key, new WantedMessage { Content = new SaidContent("Words are never sent.") }, bot.Time.GetUtcNow(), cancel),
        TestContext.Current.CancellationToken);
}
