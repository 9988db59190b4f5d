using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Tests.Turns;

/// <summary>Commands that name an assessment whose card stands in another thread: they were carried out, and their typist saw nothing.</summary>
public sealed class ElsewhereTests
{
    private static readonly ConversationReference Here = TestBot.Room("general", thread: "100.2");

    [Theory]
    [InlineData("status #1", "The card of #1 is posted again in its thread.")]
    [InlineData("1a #1", "Your answer: item 1")]
    [InlineData("rename #1 Foo", "#1 is now called Foo.")]
    [InlineData("next #1", "#1")]
    [InlineData("finish #1", "#1 is finished. The recommendation is posted beside its card, in its thread.")]
    [InlineData("cancel #1", "#1 is cancelled.")]
    public async Task What_is_done_in_another_thread_is_confirmed_in_one_line_where_it_was_typed(string command, string words)
    {
        await using var bot = await StartedAsync();
        var answer = await bot.SayAsync("Ben", command, Here, replies: ReplyPlacement.InConversationWhenNeeded);

        Assert.True(answer.ReplyIsMessage);
        Assert.Contains(words, answer.Reply!.Summary, StringComparison.Ordinal);
        Assert.Equal("100.2", Assert.Single(await bot.MessagesAsync(), message => message.Content is NoticeContent).Thread);
    }

    [Fact]
    public async Task The_line_about_a_card_elsewhere_leads_there()
    {
        await using var bot = await StartedAsync();
        var answer = await bot.SayAsync("Ben", "status #1", TestBot.Conversation);
        Assert.Equal("link-id-1", Assert.Single(answer.Reply!.Blocks.OfType<LinkBlock>()).Link);
    }

    [Theory]
    [InlineData("status #1")]
    [InlineData("1a #1")]
    [InlineData("finish #1")]
    public async Task In_the_cards_own_thread_the_card_says_it_all(string command)
    {
        await using var bot = await StartedAsync();
        var answer = await bot.SayAsync("Ben", command, TestBot.Room("general", thread: "100.1"), replies: ReplyPlacement.InConversationWhenNeeded);
        Assert.False(answer.ReplyIsMessage);
        Assert.DoesNotContain(await bot.MessagesAsync(), message => message.Content is NoticeContent);
    }

    /// <summary>The question went away, and nobody saw which card had it.</summary>
    [Theory]
    [InlineData("status", "The card of #1 is posted again in its thread.")]
    [InlineData("1b", "Your answer in #1 Leads: item 1")]
    [InlineData("next", "Done: the card of #1 shows it in its thread.")]
    [InlineData("finish", "#1 is finished. The recommendation is posted beside its card, in its thread.")]
    public async Task What_is_chosen_of_several_in_another_thread_is_confirmed_in_one_line_where_it_was_asked(string command, string words)
    {
        await using var bot = await StartedAsync();
        await bot.SayAsync("Ann", "start Payroll", TestBot.Room("general", thread: "100.3"));
        var asked = await bot.SayAsync("Ben", command, Here);
        Assert.Equal("Which assessment do you mean?", asked.Reply!.Summary);
        var answer = await bot.TapAsync("Ben", TestBot.Action(asked.Reply!, "#1 Leads"), where: Here, replies: ReplyPlacement.InConversationWhenNeeded);

        Assert.True(answer.ReplyIsMessage);
        Assert.Contains(words, answer.Reply!.Summary, StringComparison.Ordinal);
        Assert.Equal("100.2", Assert.Single(await bot.MessagesAsync(), message => message.Content is NoticeContent).Thread);
    }

    [Fact]
    public async Task A_press_on_the_card_itself_says_nothing_however_the_platform_names_its_thread()
    {
        await using var bot = await StartedAsync();
        var card = await bot.SayAsync("Ann", "start Payroll");
        await bot.DeliverAsync();
        var shown = bot.Channel.Calls.Last(call => call.Verb == "post").Message.Card;
        var answer = await bot.TapAsync("Ben", TestBot.Action(shown, "Moves every hour"), "id-2", TestBot.Room("general", thread: "id-2"), replies: ReplyPlacement.InConversationWhenNeeded);

        Assert.False(answer.ReplyIsMessage);
        Assert.Null(card.Reply);
    }

    private static async Task<TestBot> StartedAsync()
    {
        var bot = await TestBot.StartAsync();
        var there = TestBot.Room("general", thread: "100.1");
        await bot.SayAsync("Ann", "start Leads", there);
        await bot.SayAsync("Ann", "1a 3a 6a", there);
        await bot.DeliverAsync();
        return bot;
    }
}
