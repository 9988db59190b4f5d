using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary><c>Answer all</c> from its button to what is kept.</summary>
public sealed class FormTurnTests
{
    [Fact]
    public async Task A_form_that_was_open_for_long_does_not_take_back_what_its_owner_answered_since()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Ben", "1a");
        var form = await OpenAsync(bot, "Ben");
        await bot.SayAsync("Ben", "1c");

        await SendAsync(bot, form, ("error-cost", "high"));

        var state = await bot.AssessmentAsync();
        Assert.Equal(("nightly", "high"), (state.Item("frequency").OptionOf(2), state.Item("error-cost").OptionOf(2)));
    }

    [Theory]
    [InlineData(ReplyPlacement.InConversation)]
    [InlineData(ReplyPlacement.InConversationWhenNeeded)]
    [InlineData(ReplyPlacement.ToPersonOnly)]
    public async Task A_form_that_changed_nothing_says_so_everywhere(ReplyPlacement replies)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Ben", "1a");

        var answer = await SendAsync(bot, await OpenAsync(bot, "Ben"), replies);

        Assert.Equal("Your answer: item 1, Moves in real time. You had already said so.", answer.Reply!.Summary);
        Assert.Equal(replies != ReplyPlacement.ToPersonOnly, answer.ReplyIsMessage);
    }

    private static async Task<AnswerForm> OpenAsync(TestBot bot, string who)
    {
        await bot.DeliverAsync();
        return (await bot.Turns.OpenFormAsync(
            TestBot.Conversation,
            new PersonReference(who.ToLowerInvariant(), who),
            TestBot.Action(bot.Channel.Calls[0].Message.Card, "Answer all"),
            Xunit.TestContext.Current.CancellationToken))!;
    }

    private static Task<TurnAnswer> SendAsync(TestBot bot, AnswerForm form, params (string Item, string Option)[] changed) =>
        SendAsync(bot, form, ReplyPlacement.ToPersonOnly, changed);

    private static Task<TurnAnswer> SendAsync(TestBot bot, AnswerForm form, ReplyPlacement replies, params (string Item, string Option)[] changed)
    {
        var filled = form.Items.Where(item => item.Selected is not null).ToImmutableDictionary(item => item.ItemId, item => item.Selected!);
        var answers = filled.SetItems(changed.Select(answer => KeyValuePair.Create(answer.Item, answer.Option)));
        return bot.HandleAsync("Ben", new Submitted(form.Action, answers), replies: replies);
    }
}
