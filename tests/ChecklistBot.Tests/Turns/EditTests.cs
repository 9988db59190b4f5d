using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary>What comes of a message that its writer edits.</summary>
public sealed class EditTests
{
    [Fact]
    public async Task An_edit_of_a_message_that_was_not_understood_is_taken_as_the_command()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "strat CRM", key: "m1");
        var answer = await bot.SayAsync("Ann", "start CRM", key: "m1:edit", editOf: "m1");

        Assert.Equal(TurnStatus.Done, answer.Status);
        Assert.Equal("CRM", (await bot.AssessmentAsync()).Title);
    }

    [Fact]
    public async Task An_edit_of_a_message_that_was_carried_out_changes_nothing_and_says_which_command_would()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM", key: "m1");
        var answer = await bot.SayAsync("Ann", "start ERP", key: "m1:edit", editOf: "m1");

        Assert.Equal(TurnStatus.Refused, answer.Status);
        Assert.Contains("start ERP", answer.Reply!.Summary, StringComparison.Ordinal);
        Assert.Single(await bot.MessagesAsync());
    }

    /// <summary>It was once said to have been carried out.</summary>
    [Theory]
    [InlineData("finish", TurnStatus.Refused)]
    [InlineData("forget me", TurnStatus.Asked)]
    public async Task An_edit_of_a_message_that_was_refused_or_asked_back_is_told_truthfully_what_became_of_it(string typed, TurnStatus before)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        Assert.Equal(before, (await bot.SayAsync("Ann", typed, key: "m1")).Status);
        var answer = await bot.SayAsync("Ann", "3b", key: "m1:edit", editOf: "m1");

        Assert.Equal(TurnStatus.Refused, answer.Status);
        Assert.Equal(
            "Your message was answered before you edited it, so the edit changes nothing. To do it now, send as a new message: 3b",
            answer.Reply!.Summary);
        Assert.Null((await bot.AssessmentAsync()).Latest);
    }

    /// <summary>The message itself was not understood, or reached the bot only when its mention was added.</summary>
    [Theory]
    [InlineData("strat CRM")]
    [InlineData(null)]
    public async Task A_message_that_its_edit_had_carried_out_is_not_carried_out_again_by_the_next_edit(string? typed)
    {
        await using var bot = await TestBot.StartAsync();
        if (typed is not null)
            Assert.Equal(TurnStatus.NotUnderstood, (await bot.SayAsync("Ann", typed, key: "m1")).Status);
        Assert.Equal(TurnStatus.Done, (await bot.SayAsync("Ann", "start CMR", key: "m1:1", editOf: "m1")).Status);
        var answer = await bot.SayAsync("Ann", "start CRM", key: "m1:2", editOf: "m1");

        Assert.Equal("Your message was carried out before you edited it, so the edit changes nothing. To do it now, send as a new message: start CRM", answer.Reply!.Summary);
        Assert.Equal("CMR", (await bot.AssessmentAsync()).Title);
        Assert.Single(await bot.MessagesAsync());
    }

    /// <summary>What became of a message is remembered for 3 days: a week later a typo mended in a title started a second assessment.</summary>
    [Theory]
    [InlineData(71)]
    [InlineData(72)]
    [InlineData(24 * 7)]
    public async Task An_edit_of_a_message_that_may_be_forgotten_changes_nothing_and_says_so(int hours)
    {
        await using var bot = await TestBot.StartAsync();
        var written = bot.Time.GetUtcNow();
        await bot.SayAsync("Ann", "start CMR", key: "m1");
        bot.Time.Advance(TimeSpan.FromHours(hours));
        var answer = await bot.SayAsync("Ann", "start CRM", key: "m1:edit", editOf: "m1", editedWritten: written);

        Assert.Equal(TurnStatus.Refused, answer.Status);
        Assert.EndsWith(" so the edit changes nothing. To do it now, send as a new message: start CRM", answer.Reply!.Summary, StringComparison.Ordinal);
        Assert.Equal("CMR", (await bot.AssessmentAsync()).Title);
        Assert.Single(await bot.MessagesAsync());
    }

    /// <summary>A message may also become one for the bot by its edit alone: in a channel, when the mention is added.</summary>
    [Fact]
    public async Task An_edit_of_a_young_message_that_never_reached_the_bot_is_taken_as_the_command()
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.SayAsync("Ann", "start CRM", key: "m1:edit", editOf: "m1", editedWritten: bot.Time.GetUtcNow().AddHours(-70));

        Assert.Equal(TurnStatus.Done, answer.Status);
        Assert.Equal("CRM", (await bot.AssessmentAsync()).Title);
    }
}
