using ChecklistBot.Storage;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Health;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>A call with a token, a second try and a link may take longer than a claim lasts.</summary>
public sealed class LongCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_claim_is_prolonged_for_as_long_as_a_call_takes_and_a_storage_that_is_away_meanwhile_ends_nothing(bool isThere)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        var store = new SwitchedStore(bot.Store);
        var going = new TaskCompletionSource();
        var ending = new TaskCompletionSource();
        bot.Channel.During = _ =>
        {
            store.CanWrite = isThere;
            going.SetResult();
            return ending.Task;
        };

        var delivering = bot.PostmanOn(store).DeliverAsync(TestBot.Conversation.Key, TestContext.Current.CancellationToken);
        await going.Task;
        await Eventually.BecomesAsync(
            () =>
            {
                bot.Time.Advance(DeliveryClaim.KeepAfter);
                return store.ClaimsKept;
            },
            kept => kept >= 5);

        store.CanWrite = true;
        ending.SetResult();
        await delivering;
        Assert.Equal("id-1", Assert.Single(await bot.MessagesAsync()).PlatformId);
    }
}
