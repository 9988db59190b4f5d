using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Health;

namespace ChecklistBot.Tests.Turns;

/// <summary>A database server that is lost in the middle of a commit may have kept the turn.</summary>
public sealed class LostAnswerTests
{
    /// <summary>Whoever was told that nothing was kept typed it again, and had two assessments of one start.</summary>
    [Fact]
    public async Task A_turn_that_was_kept_although_the_answer_of_its_commit_was_lost_is_answered_as_if_it_had_come()
    {
        await using var plain = await TestBot.StartAsync();
        var expected = await plain.SayAsync("Ann", "start CRM to accounting", key: "k");
        SwitchedStore store = null!;
        await using var bot = await TestBot.StartAsync(turnStore: inner => store = new SwitchedStore(inner));
        store.LosesAnswers = 1;

        var answer = await PassAsync(bot, bot.SayAsync("Ann", "start CRM to accounting", key: "k"));

        Assert.Equal((expected.Status, expected.Reply?.Summary, expected.ReplyIsMessage), (answer.Status, answer.Reply?.Summary, answer.ReplyIsMessage));
        Assert.Equal((await plain.MessagesAsync()).Count, (await bot.MessagesAsync()).Count);
    }

    [Fact]
    public async Task Nothing_is_run_twice_that_no_key_would_tell_from_another_turn()
    {
        SwitchedStore store = null!;
        await using var bot = await TestBot.StartAsync(turnStore: inner => store = new SwitchedStore(inner));
        store.LosesAnswers = 1;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => PassAsync(bot, bot.SayAsync("Ann", "start CRM to accounting")));

        Assert.Equal(1, (await bot.AssessmentAsync()).Number);
        Assert.Single(await bot.MessagesAsync());
    }

    [Fact]
    public async Task A_store_that_stays_away_is_asked_twice_and_no_more()
    {
        SwitchedStore store = null!;
        await using var bot = await TestBot.StartAsync(turnStore: inner => store = new SwitchedStore(inner));
        store.LosesAnswers = 3;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => PassAsync(bot, bot.SayAsync("Ann", "start CRM to accounting", key: "k")));

        Assert.Equal(1, store.LosesAnswers);
    }

    private static async Task<TurnAnswer> PassAsync(TestBot bot, Task<TurnAnswer> turn)
    {
        Func<bool> pass = () =>
        {
            if (!turn.IsCompleted)
                bot.Time.Advance(TimeSpan.FromMilliseconds(100));
            return turn.IsCompleted;
        };
        await Eventually.BecomesAsync(pass, isOver => isOver);
        return await turn;
    }
}
