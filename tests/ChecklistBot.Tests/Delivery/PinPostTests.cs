using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>Where a platform lets no bot pin, the recommendation is posted once more outside the thread. Nobody kept what that post was: it named
/// people who were forgotten, said for ever that it was pinned and never that it was replaced.</summary>
public sealed class PinPostTests
{
    private const string Pinned = "Pinned: it is in the register.";

    private static readonly ConversationReference Thread = TestBot.Room("general", thread: "thread-1");

    [Fact]
    public async Task A_pin_is_a_post_outside_the_thread_that_leads_back_to_the_recommendation_and_into_the_register()
    {
        await using var bot = await PinnedAsync();

        var post = Assert.Single(bot.Channel.Calls, call => call is { Verb: "post", Thread: null });
        Assert.Equal("id-3", post.MessageId);
        Assert.Equal(Pinned, LastText(post.Message.Card));
        Assert.Equal(new LinkBlock("Where the team decided it", "link-id-2"), post.Message.Card.Blocks[^1]);
        Assert.DoesNotContain(post.Message.Card.Blocks, block => block is ButtonsBlock);
        Assert.Equal("id-3", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);

        Assert.Equal("Pinned in the channel.", LastText(Shown(bot, "id-2")));
        var entry = await RegisterAsync(bot);
        Assert.Equal("link-id-3", entry.Link);
        Assert.Contains("pinned in the channel.", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_forgotten_is_no_longer_named_in_the_post()
    {
        await using var bot = await PinnedAsync();
        Assert.Contains("Ann", TextOf(Shown(bot, "id-3")), StringComparison.Ordinal);

        var answer = await ForgetAnnAsync(bot);
        Assert.DoesNotContain("Ann", TextOf(Shown(bot, "id-3")), StringComparison.Ordinal);
        Assert.Contains("a colleague", TextOf(Shown(bot, "id-3")), StringComparison.Ordinal);
        Assert.DoesNotContain("can no longer be edited", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_takes_no_edits_is_counted_as_out_of_reach_when_somebody_is_forgotten()
    {
        await using var bot = await PinnedAsync();
        await SayAsync(bot, "rename Leads");
        Answer(bot, "id-3", new Refused("This message cannot be changed."));
        await DeliverAllAsync(bot);
        Assert.Equal(MessageState.Refused, (await PostAsync(bot)).State);

        Assert.Contains("1 message can no longer be edited", await ForgetAnnAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpinned_the_post_says_so_and_pinned_again_it_is_the_same_post()
    {
        await using var bot = await PinnedAsync();
        await SayAsync(bot, "unpin");
        await DeliverAllAsync(bot);
        Assert.Equal("It is no longer pinned.", LastText(Shown(bot, "id-3")));
        Assert.DoesNotContain("inned", LastText(Shown(bot, "id-2")), StringComparison.Ordinal);

        await SayAsync(bot, "pin");
        await SayAsync(bot, "pin");
        await DeliverAllAsync(bot);
        Assert.Equal(Pinned, LastText(Shown(bot, "id-3")));
        Assert.Equal(3, bot.Channel.Calls.Count(call => call.Verb == "post"));
    }

    [Fact]
    public async Task A_newer_revision_is_named_by_the_post_and_once_that_is_pinned_the_post_is_one_line()
    {
        await using var bot = await PinnedAsync();
        foreach (var words in (string[])["reopen", "6b", "finish"])
            await SayAsync(bot, words);
        await DeliverAllAsync(bot);
        Assert.Contains(
            Shown(bot, "id-3").Blocks,
            block => block is LinkBlock { Link: "link-id-4" } link && link.Text.StartsWith("Revision 2 replaced this one", StringComparison.Ordinal));

        await SayAsync(bot, "pin");
        await DeliverAllAsync(bot);
        Assert.Contains("was replaced by revision 2", Assert.IsType<LinkBlock>(Assert.Single(Shown(bot, "id-3").Blocks)).Text, StringComparison.Ordinal);
        Assert.Equal(Pinned, LastText(Shown(bot, "id-5")));
        Assert.Equal("link-id-5", (await RegisterAsync(bot)).Link);
    }

    [Fact]
    public async Task A_post_that_somebody_deleted_is_posted_again_only_by_a_new_pin()
    {
        await using var bot = await PinnedAsync();
        await SayAsync(bot, "rename Leads");
        Answer(bot, "id-3", new Gone());
        await DeliverAllAsync(bot);
        await SayAsync(bot, "why");
        await DeliverAllAsync(bot);
        Assert.Equal(3, bot.Channel.Calls.Count(call => call.Verb == "post"));
        Assert.EndsWith("“pin” posts it again.", LastText(Shown(bot, "id-2")), StringComparison.Ordinal);
        var entry = await RegisterAsync(bot);
        Assert.Equal("link-id-2", entry.Link);
        Assert.Contains("its own post in the channel was deleted", entry.Detail, StringComparison.Ordinal);

        await SayAsync(bot, "pin", TestBot.Conversation);
        await DeliverAllAsync(bot);
        Assert.Equal(Pinned, LastText(Shown(bot, "id-4")));
        Assert.Equal("Pinned in the channel.", LastText(Shown(bot, "id-2")));
        Assert.Equal("link-id-4", (await RegisterAsync(bot)).Link);

        await SayAsync(bot, "pin");
        await DeliverAllAsync(bot);
        Assert.Equal(4, bot.Channel.Calls.Count(call => call.Verb == "post"));
    }

    [Fact]
    public async Task Of_an_earlier_revision_no_new_post_is_offered_since_a_pin_is_about_the_newest()
    {
        await using var bot = await PinnedAsync();
        foreach (var words in (string[])["reopen", "6b", "finish"])
            await SayAsync(bot, words);
        await DeliverAllAsync(bot);
        await SayAsync(bot, "rename Leads");
        Answer(bot, "id-3", new Gone());
        await DeliverAllAsync(bot);

        Assert.EndsWith("Somebody deleted its own post in the channel.", LastText(Shown(bot, "id-2")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_the_platform_refuses_is_told_where_the_team_decided_and_in_the_register()
    {
        await using var bot = await FinishedAsync();
        await SayAsync(bot, "pin");
        bot.Channel.Outcomes.Enqueue(new Refused("Only owners may post here."));
        await DeliverAllAsync(bot);

        Assert.Equal("Only owners may post here.", LastText(Shown(bot, "id-2")));
        var entry = await RegisterAsync(bot);
        Assert.Equal("link-id-2", entry.Link);
        Assert.Contains("refused: Only owners may post here.", entry.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Channel.Calls, call => call.Verb == "pin");
    }

    [Fact]
    public async Task Where_nobody_knows_whether_the_post_arrived_it_is_made_again_after_its_pause_and_counted()
    {
        await using var bot = await FinishedAsync();
        await SayAsync(bot, "pin");
        bot.Channel.Outcomes.Enqueue(new Unknown("502"));
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(29));
        Assert.Single(bot.Channel.Calls, call => call is { Verb: "post", Thread: null });

        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(2, bot.Channel.Calls.Count(call => call is { Verb: "post", Thread: null }));
        Assert.Equal(1, (await PostAsync(bot)).Repeats);
    }

    [Fact]
    public async Task A_pin_while_the_recommendation_waits_is_posted_behind_it()
    {
        await using var bot = await TestBot.StartAsync();
        bot.PinsByPost = true;
        foreach (var words in (string[])["start", "1a 3a 6a", "finish", "pin"])
            await SayAsync(bot, words);
        bot.Channel.Outcomes.Enqueue(new Delivered("id-1", "link-id-1"));
        bot.Channel.Outcomes.Enqueue(new Wait(TimeSpan.FromSeconds(5)));
        await bot.DeliverAsync();
        Assert.DoesNotContain(bot.Channel.Calls, call => call is { Verb: "post", Thread: null });

        await DeliverAllAsync(bot);
        var posts = bot.Channel.Calls.Where(call => call.Verb == "post").ToList();
        Assert.Equal(["thread-1", "thread-1", "thread-1", null], posts.Select(call => call.Thread));
        Assert.Equal(new LinkBlock("Where the team decided it", "link-id-3"), Shown(bot, "id-4").Blocks[^1]);
    }

    [Fact]
    public async Task A_recommendation_that_is_posted_again_is_the_one_that_the_post_leads_to()
    {
        await using var bot = await PinnedAsync();
        await SayAsync(bot, "rename Leads");
        Answer(bot, "id-2", new Gone());
        await DeliverAllAsync(bot);
        await SayAsync(bot, "why");
        await DeliverAllAsync(bot);

        Assert.Equal(["id-1", "id-2", "id-3", "id-4"], bot.Channel.Calls.Where(call => call.Verb == "post").Select(call => call.MessageId));
        Assert.Equal(new LinkBlock("Where the team decided it", "link-id-4"), Shown(bot, "id-3").Blocks[^1]);
        Assert.Equal("Pinned in the channel.", LastText(Shown(bot, "id-4")));
    }

    private static async Task<TestBot> FinishedAsync()
    {
        var bot = await TestBot.StartAsync();
        bot.PinsByPost = true;
        foreach (var words in (string[])["start", "1a 3a 6a", "finish"])
        {
            await SayAsync(bot, words);
            await DeliverAllAsync(bot);
        }

        return bot;
    }

    /// <summary>The live card is id-1, the recommendation id-2 and the post of the pin id-3.</summary>
    private static async Task<TestBot> PinnedAsync()
    {
        var bot = await FinishedAsync();
        await SayAsync(bot, "pin");
        await DeliverAllAsync(bot);
        return bot;
    }

    private static Task<TurnAnswer> SayAsync(TestBot bot, string words, ConversationReference? where = null) => bot.SayAsync("Ann", words, where ?? Thread);

    /// <summary>The next edits succeed until the one of this message, which ends as told.</summary>
    private static void Answer(TestBot bot, string messageId, DeliveryOutcome outcome)
    {
        for (var before = 1; messageId != $"id-{before}"; before++)
            bot.Channel.Outcomes.Enqueue(new Delivered($"id-{before}"));
        bot.Channel.Outcomes.Enqueue(outcome);
    }

    private static async Task DeliverAllAsync(TestBot bot)
    {
        for (var minute = 0; minute < 3; minute++)
            await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(bot.Channel.Outcomes);
    }

    private static async Task<string> ForgetAnnAsync(TestBot bot)
    {
        var asked = await SayAsync(bot, "forget me");
        var answer = await bot.TapAsync("Ann", TestBot.Action(asked.Reply!, "Remove my name"), where: Thread);
        await DeliverAllAsync(bot);
        return TextOf(answer.Reply!);
    }

    private static async Task<EntryBlock> RegisterAsync(TestBot bot) =>
        Assert.Single((await bot.SayAsync("Ben", "pinned")).Reply!.Blocks.OfType<EntryBlock>());

    private static async Task<Message> PostAsync(TestBot bot) => Assert.Single(await bot.MessagesAsync(), message => message.Content is PinPostContent);

    private static Card Shown(TestBot bot, string messageId) =>
        bot.Channel.Calls.Last(call => call.Verb is "post" or "edit" && call.MessageId == messageId).Message.Card;

    private static string LastText(Card card) => card.Blocks.OfType<TextBlock>().Last().Text;

    private static string TextOf(Card card) => string.Join('\n', card.Blocks);
}
