using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary>No card shows the pace.</summary>
public sealed class PaceTurnTests
{
    [Theory]
    [InlineData("quick", "Quick: the card moves on after each answer.")]
    [InlineData("hold", "Hold: an item stays until someone presses Next.")]
    public async Task In_a_group_a_line_says_what_the_pace_is_because_the_card_does_not(string word, string line)
    {
        await using var bot = await TestBot.StartAsync();
        var group = TestBot.Room("chat") with { Kind = ConversationKind.Group };
        await bot.SayAsync("Ann", "start CRM", group, replies: ReplyPlacement.InConversationWhenNeeded);
        if (word == "hold")
            await bot.SayAsync("Ann", "quick", group);
        var before = (await bot.MessagesAsync(group)).Count;

        var answer = await bot.SayAsync("Ben", word, group, replies: ReplyPlacement.InConversationWhenNeeded);

        Assert.Equal(line, answer.Reply!.Summary);
        Assert.True(answer.ReplyIsMessage);
        Assert.Equal(before + 1, (await bot.MessagesAsync(group)).Count);
    }
}
