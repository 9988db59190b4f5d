using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Tests.Turns;

/// <summary>Which assessment words mean that name none.</summary>
public sealed class MeantTests
{
    [Fact]
    public async Task Undo_means_the_assessment_to_which_its_typist_last_did_something()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var line in (string[])["start One", "start Two", "1b #1"])
        {
            await bot.SayAsync("Ann", line);
            bot.Time.Advance(TimeSpan.FromSeconds(10));
        }

        await bot.SayAsync("Ann", "cancel #2");
        await bot.SayAsync("Ann", "undo");

        Assert.Equal(Phase.Open, (await bot.AssessmentAsync(2)).Phase);
        Assert.Single((await bot.AssessmentAsync()).Item("frequency").Answers);
    }

    [Fact]
    public async Task Where_several_are_open_the_confirmation_of_an_answer_names_its_assessment()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start One");
        await bot.SayAsync("Ann", "start Elsewhere", TestBot.Room("other"));
        Assert.Equal("Your answer: item 1, Moves every hour.", (await bot.SayAsync("Ann", "1b")).Reply!.Summary);

        await bot.SayAsync("Ann", "start Two");
        Assert.Equal("Your answer in #1 One: item 2, Can wait minutes.", (await bot.SayAsync("Ann", "2b #1")).Reply!.Summary);

        await bot.SayAsync("Ann", "cancel #2");
        Assert.Equal("Your answer: item 2, Can wait hours.", (await bot.SayAsync("Ann", "2c")).Reply!.Summary);
    }

    [Fact]
    public async Task Words_under_an_assessments_own_card_mean_that_assessment()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start One");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "start Two");
        var card = (await bot.MessagesAsync())[0].PlatformId!;

        await bot.SayAsync("Ann", "1b", TestBot.Room("general", thread: card));
        await bot.SayAsync("Ann", "rename Three", TestBot.Room("general", thread: "elsewhere"));
        await bot.SayAsync("Ann", "rename #2 Three", TestBot.Room("general", thread: card));

        Assert.Single((await bot.AssessmentAsync()).Item("frequency").Answers);
        Assert.Equal(["One", "Three"], [(await bot.AssessmentAsync()).Title, (await bot.AssessmentAsync(2)).Title]);
    }

    [Fact]
    public async Task Words_under_a_card_mean_its_assessment_however_many_are_newer()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start One");
        await bot.DeliverAsync();
        var card = (await bot.MessagesAsync())[0].PlatformId!;
        await bot.SayAsync("Ann", "cancel");
        for (var newer = 0; newer < 25; newer++)
            await bot.SayAsync("Ann", "start Newer");
        await bot.SayAsync("Ann", "cancel #26");

        await bot.SayAsync("Ann", "reopen", TestBot.Room("general", thread: card));

        Assert.Equal(Phase.Open, (await bot.AssessmentAsync()).Phase);
        Assert.Equal(Phase.Cancelled, (await bot.AssessmentAsync(26)).Phase);
    }

    [Fact]
    public async Task A_thread_means_its_own_assessment()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start One", TestBot.Room("general", thread: "a"));
        await bot.SayAsync("Ann", "start Two", TestBot.Room("general", thread: "b"));
        await bot.SayAsync("Ann", "1a", TestBot.Room("general", thread: "a"));

        Assert.Equal(2, (await bot.AssessmentAsync(1)).Version);
        Assert.Equal(1, (await bot.AssessmentAsync(2)).Version);
        var asked = await bot.SayAsync("Ann", "1a");
        Assert.Equal(TurnStatus.Asked, asked.Status);
        var answer = await bot.TapAsync("Ann", TestBot.Action(asked.Reply!, "#2 Two"));
        Assert.Equal(TurnStatus.Done, answer.Status);
        Assert.Equal(2, (await bot.AssessmentAsync(2)).Version);
    }
}
