using ChecklistBot.Assessments.Channels;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>A card becomes a pointer only to what stands, and only where it stands itself.</summary>
public sealed class PointerTests
{
    private const string Pointer = "goes on further down";

    /// <summary>The old card said that it went on further down, where nothing was.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_goes_on_where_it_stands_until_a_newer_one_is_posted(bool isFinished)
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot, "start Leads");
        foreach (var words in isFinished ? (string[])["1a 3a 6a", "finish"] : ["1a"])
            await SayAsync(bot, words);
        bot.Channel.Posting = new Refused("Only some may post here.");
        await SayAsync(bot, "status");
        Assert.Contains("A newer card could not be posted, so this one goes on: Only some may post here.", Shown(bot, "id-1"), StringComparison.Ordinal);

        // What happens meanwhile is shown on it.
        await SayAsync(bot, "rename Orders");
        Assert.Contains("#1 Orders", Shown(bot, "id-1"), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Channel.Calls, call => Text(call).Contains(Pointer, StringComparison.Ordinal));

        bot.Channel.Posting = null;
        await SayAsync(bot, "status");
        Assert.Contains(Pointer, Shown(bot, "id-1"), StringComparison.Ordinal);
        var newest = bot.Channel.Calls.Last(call => call.Verb == "post");
        Assert.Contains(newest.MessageId, Shown(bot, "id-1"), StringComparison.Ordinal);
        Assert.DoesNotContain("could not be posted", Shown(bot, newest.MessageId), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_goes_on_while_the_platform_does_not_answer_for_the_newer_one()
    {
        await using var bot = await TestBot.StartAsync();
        await SayAsync(bot, "start Leads");
        bot.Channel.Posting = new Wait(TimeSpan.FromMinutes(20));
        await SayAsync(bot, "status");
        await SayAsync(bot, "1a");
        Assert.DoesNotContain(bot.Channel.Calls, call => Text(call).Contains(Pointer, StringComparison.Ordinal));

        bot.Channel.Posting = new Delivered("id-9");
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(30));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(Pointer, Shown(bot, "id-1"), StringComparison.Ordinal);
    }

    /// <summary>Two messages came: that the card went on further down, and the card. The one that went on had never been there.</summary>
    [Theory]
    [InlineData("status")]
    [InlineData("status", "rename Orders")]
    [InlineData("status", "1a 3a 6a", "finish", "reopen", "finish")]
    public async Task A_card_that_was_never_posted_leaves_no_pointer(params string[] then)
    {
        await using var bot = await TestBot.StartAsync();
        bot.Channel.Posting = new Refused("The message is too long.");
        await SayAsync(bot, "start Leads");
        bot.Channel.Posting = null;
        foreach (var words in then)
            await SayAsync(bot, words);

        Assert.DoesNotContain(bot.Channel.Calls, call => Text(call).Contains(Pointer, StringComparison.Ordinal));
        Assert.Equal(1 + 1 + then.Count(words => words == "finish"), bot.Channel.Calls.Count(call => call.Verb == "post"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_recommendation_that_was_never_posted_leaves_no_line_about_what_replaced_it(bool isPinnedByPost)
    {
        await using var bot = await TestBot.StartAsync();
        bot.PinsByPost = isPinnedByPost;
        foreach (var words in (string[])["start Leads", "1a 3a 6a"])
            await SayAsync(bot, words);
        bot.Channel.Posting = new Refused("Only some may post here.");
        foreach (var words in isPinnedByPost ? (string[])["finish", "pin", "unpin"] : ["finish"])
            await SayAsync(bot, words);
        bot.Channel.Posting = null;
        var before = bot.Channel.Calls.Count;
        foreach (var words in (string[])["reopen", "finish", "rename Orders"])
            await SayAsync(bot, words);

        var posted = bot.Channel.Calls.Skip(before).Where(call => call.Verb == "post").Select(Text).ToList();
        Assert.DoesNotContain(posted, text => text.Contains("was replaced by", StringComparison.Ordinal) || text.Contains("no longer pinned", StringComparison.Ordinal));
    }

    private static async Task SayAsync(TestBot bot, string words)
    {
        await bot.SayAsync("Ann", words);
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
    }

    private static string Shown(TestBot bot, string id) => Text(bot.Channel.Calls.Last(call => call.MessageId == id));

    private static string Text(Call call) => string.Join('\n', call.Message.Card.Blocks);
}
