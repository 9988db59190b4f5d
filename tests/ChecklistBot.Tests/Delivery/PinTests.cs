using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Turns;

namespace ChecklistBot.Tests.Delivery;

/// <summary>How wishes to pin are carried out, and what people hear of it.</summary>
public sealed class PinTests
{
    private static readonly TimeSpan EditPause = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task What_a_platform_did_with_a_pin_or_why_it_refused_stands_in_the_register()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start", "1a 3a 6a", "finish"])
            await bot.SayAsync("Ann", words);
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(EditPause);
        bot.Channel.Outcomes.Enqueue(new Delivered("id-1"));
        bot.Channel.Outcomes.Enqueue(new Delivered("id-2"));
        bot.Channel.Outcomes.Enqueue(new Refused("Only some people may pin here."));
        // The message says so itself, and the platform refuses once more.
        bot.Channel.Outcomes.Enqueue(new Delivered("id-2"));
        bot.Channel.Outcomes.Enqueue(new Refused("Only some people may pin here."));
        await bot.SayAsync("Ann", "pin");
        await bot.DeliverAfterAsync(EditPause);
        await bot.DeliverAfterAsync(EditPause);
        Assert.Contains("refused: Only some people may pin here.", await RegisterAsync(bot), StringComparison.Ordinal);

        bot.Channel.Outcomes.Clear();
        await bot.SayAsync("Ann", "rename Leads");
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("pinned in the channel.", await RegisterAsync(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_comes_after_its_message_and_its_note_is_kept()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.SayAsync("Ann", "finish");
        await bot.SayAsync("Ann", "pin");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(EditPause);

        Assert.Equal(["post", "post"], bot.Channel.Calls.Take(2).Select(call => call.Verb));
        Assert.Equal("id-2", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);
        Assert.Contains(await bot.MessagesAsync(), message => message is { DeliveredPinned: true, Note: "Pinned in the channel." });

        await bot.SayAsync("Ann", "unpin");
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("id-2", Assert.Single(bot.Channel.Calls, call => call.Verb == "unpin").MessageId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_pinning_did_or_why_it_was_refused_is_said_on_the_recommendation_once(bool isRefused)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.SayAsync("Ann", "finish");
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
        var before = bot.Channel.Calls.Count;
        await bot.SayAsync("Ann", "pin");
        if (isRefused)
            bot.Channel.Pinning = new Refused("Only some may pin here.");
        for (var minute = 0; minute < 5; minute++)
            await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));

        var edits = bot.Channel.Calls.Skip(before).Where(call => call is { Verb: "edit", MessageId: "id-2" }).Select(call => NoteOf(call.Message)).ToList();
        Assert.Equal(["Pinned: it is in the register.", isRefused ? "Only some may pin here." : "Pinned in the channel."], edits);
        Assert.Equal(isRefused ? 2 : 1, bot.Channel.Calls.Count(call => call.Verb == "pin"));

        static string NoteOf(OutgoingMessage message) => message.Card.Blocks.OfType<Assessments.Cards.TextBlock>().Last().Text;
    }

    /// <summary>It was told to unpin something and press Pin again, found no such button, and “pin” answered that everything was pinned already.</summary>
    [Theory]
    [InlineData("pin", false), InlineData("pin #1", false), InlineData("Pin again", false)]
    [InlineData("pin", true), InlineData("pin #1", true), InlineData("Pin again", true)]
    public async Task A_pin_that_the_platform_refused_is_tried_again_when_somebody_asks_for_it_again(string asked, bool byPost)
    {
        await using var bot = await TestBot.StartAsync();
        bot.PinsByPost = byPost;
        foreach (var words in (string[])["start", "1a 3a 6a", "finish"])
        {
            await bot.SayAsync("Ann", words);
            await DeliverAllAsync(bot);
        }

        bot.Channel.Pinning = new Refused("This channel has as many pins as it may.");
        await bot.SayAsync("Ann", "pin");
        await DeliverAllAsync(bot);
        Assert.Equal(["Pin again", "Unpin", "Change an answer", "Export"], ButtonsOfRecommendation());
        Assert.Contains("refused: This channel has as many pins as it may.", await RegisterAsync(bot), StringComparison.Ordinal);

        bot.Channel.Pinning = null;
        var before = bot.Channel.Calls.Count;
        var answer = asked == "Pin again"
            ? await bot.TapAsync("Ben", TestBot.Action(LastRecommendation(), asked), "id-2")
            : await bot.SayAsync("Ben", asked);
        await DeliverAllAsync(bot);

        Assert.Contains("I try to pin it here once more", answer.Reply!.Summary, StringComparison.Ordinal);
        Assert.Single(bot.Channel.Calls.Skip(before), call => call.Verb == "pin");
        Assert.Equal(["Unpin", "Change an answer", "Export"], ButtonsOfRecommendation());
        Assert.Contains("pinned in the channel.", await RegisterAsync(bot), StringComparison.Ordinal);
        Assert.Contains("is pinned already", (await bot.SayAsync("Ben", "pin #1")).Reply!.Summary, StringComparison.Ordinal);

        Assessments.Cards.Card LastRecommendation() => bot.Channel.Calls.Last(call => call is { MessageId: "id-2", Verb: "post" or "edit" }).Message.Card;

        IEnumerable<string> ButtonsOfRecommendation() => TestBot.Buttons(LastRecommendation()).Select(button => button.Label);
    }

    /// <summary>It stood at the top of the channel, and nothing but the list told of the refusal.</summary>
    [Fact]
    public async Task An_unpin_that_the_platform_refused_is_said_in_one_message_however_often_it_is_tried()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start Leads", "1a 3a 6a", "finish", "pin"])
        {
            await bot.SayAsync("Ann", words);
            await DeliverAllAsync(bot);
        }

        bot.Channel.Unpinning = new Refused("Only some may unpin here.");
        await bot.SayAsync("Ann", "unpin");
        await DeliverAllAsync(bot);
        await bot.SayAsync("Ann", "reopen");
        await DeliverAllAsync(bot);

        Assert.True(bot.Channel.Calls.Count(call => call.Verb == "unpin") > 1);
        var said = Assert.Single(bot.Channel.Calls, call => call.Verb == "post" && call.Message.Card.Kind == Assessments.Cards.CardKind.Reply);
        Assert.Equal("A recommendation of #1 that the register no longer keeps is still pinned here. Only some may unpin here.", said.Message.Card.Summary);
        Assert.Equal("link-id-2", Assert.Single(said.Message.Card.Blocks.OfType<Assessments.Cards.LinkBlock>()).Link);
    }

    /// <summary>It is in the register again by the time that the platform has answered.</summary>
    [Fact]
    public async Task No_word_is_said_of_a_refused_unpin_where_somebody_pinned_it_again_meanwhile()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start Leads", "1a 3a 6a", "finish", "pin"])
        {
            await bot.SayAsync("Ann", words);
            await DeliverAllAsync(bot);
        }

        bot.Channel.Unpinning = new Refused("Only some may unpin here.");
        bot.Channel.During = call => call.Verb == "unpin" ? bot.SayAsync("Ben", "pin") : Task.CompletedTask;
        await bot.SayAsync("Ann", "unpin");
        await DeliverAllAsync(bot);

        Assert.Single(bot.Channel.Calls, call => call.Verb == "unpin");
        Assert.DoesNotContain(bot.Channel.Calls, call => call.Verb == "post" && call.Message.Card.Kind == Assessments.Cards.CardKind.Reply);
        var shown = bot.Channel.Calls.Last(call => call.MessageId == "id-2").Message.Card.Blocks.OfType<Assessments.Cards.TextBlock>();
        Assert.Equal("Pinned in the channel.", shown.Last().Text);
    }

    /// <summary>What was said of the pin before would have been read as the new one's refusal.</summary>
    [Fact]
    public async Task What_was_unpinned_is_pinned_anew_without_a_word_of_the_pin_before()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start", "1a 3a 6a", "finish", "pin", "unpin"])
        {
            await bot.SayAsync("Ann", words);
            await DeliverAllAsync(bot);
        }

        Assert.All(await bot.MessagesAsync(), message => Assert.Null(message.Note));
    }

    [Fact]
    public async Task A_wish_that_is_withdrawn_while_nobody_knows_whether_it_was_fulfilled_is_told_once_more()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start", "1a 3a 6a", "finish"])
            await bot.SayAsync("Ann", words);
        await bot.DeliverAsync();
        await bot.DeliverAfterAsync(EditPause);
        bot.Channel.Outcomes.Enqueue(new Delivered("id-1"));
        bot.Channel.Outcomes.Enqueue(new Delivered("id-2"));
        bot.Channel.Outcomes.Enqueue(new Unknown("timed out"));
        await bot.SayAsync("Ann", "pin");
        await bot.DeliverAfterAsync(EditPause);
        await bot.SayAsync("Ann", "unpin");
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(10));
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["pin", "unpin"], bot.Channel.Calls.Select(call => call.Verb).Where(verb => verb.EndsWith("pin", StringComparison.Ordinal)));
        Assert.All(await bot.MessagesAsync(), message => Assert.Equal((MessageState.Delivered, 0), (message.State, message.Attempts)));
    }

    [Fact]
    public async Task A_pin_right_after_a_repeated_post_does_not_forget_the_repeat()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start");
        await bot.DeliverAsync();
        bot.Channel.Outcomes.Enqueue(new Unknown("timed out"));
        await bot.SayAsync("Ann", "1a 3a 6a");
        await bot.SayAsync("Ann", "finish");
        await bot.DeliverAsync();
        await bot.SayAsync("Ann", "pin");
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(31));

        Assert.Single(bot.Channel.Calls, call => call.Verb == "pin");
        var given = Assert.Single(await bot.MessagesAsync(), message => message.DeliveredPinned == true);
        Assert.Equal(1, given.Repeats);
        Assert.NotNull(given.SentAt);
    }

    /// <summary>The pin was asked for on the first copy, which somebody had deleted, so nothing was ever pinned.</summary>
    [Fact]
    public async Task A_pin_of_a_recommendation_that_somebody_deleted_pins_the_copy_that_is_posted_for_it()
    {
        await using var bot = await WithDeletedRecommendationAsync();
        await bot.SayAsync("Ben", "pin");
        await DeliverAllAsync(bot);

        Assert.Equal("id-3", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);
        Assert.Contains("pinned in the channel.", await RegisterAsync(bot), StringComparison.Ordinal);

        await bot.SayAsync("Ben", "unpin");
        await DeliverAllAsync(bot);
        Assert.Equal("id-3", Assert.Single(bot.Channel.Calls, call => call.Verb == "unpin").MessageId);
    }

    /// <summary>The new copy was never pinned, and “pin” answered that it was pinned already.</summary>
    [Theory]
    [InlineData("why")]
    [InlineData("pin")]
    public async Task A_pinned_recommendation_that_somebody_deleted_is_pinned_again_where_it_is_posted_again(string next)
    {
        await using var bot = await WithDeletedRecommendationAsync("pin");
        Assert.Equal("id-2", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);

        await bot.SayAsync("Ben", next);
        await DeliverAllAsync(bot);
        Assert.Equal(["id-2", "id-3"], bot.Channel.Calls.Where(call => call.Verb == "pin").Select(call => call.MessageId));
        Assert.Equal(3, bot.Channel.Calls.Count(call => call.Verb == "post"));
    }

    [Fact]
    public async Task Unpinning_a_recommendation_that_somebody_deleted_posts_it_again_and_pins_nothing()
    {
        await using var bot = await WithDeletedRecommendationAsync("pin");
        await bot.SayAsync("Ben", "unpin");
        await DeliverAllAsync(bot);

        Assert.Equal(3, bot.Channel.Calls.Count(call => call.Verb == "post"));
        Assert.Equal("id-2", Assert.Single(bot.Channel.Calls, call => call.Verb == "pin").MessageId);
        Assert.DoesNotContain(await bot.MessagesAsync(), message => message.WantPinned);
    }

    /// <summary>A bot whose one recommendation, id-2, is found deleted by an edit.</summary>
    private static async Task<TestBot> WithDeletedRecommendationAsync(params string[] then)
    {
        var bot = await TestBot.StartAsync();
        foreach (var words in (string[])["start", "1a 3a 6a", "finish", .. then])
        {
            await bot.SayAsync("Ann", words);
            await DeliverAllAsync(bot);
        }

        await bot.SayAsync("Ann", "rename Leads");
        bot.Channel.Outcomes.Enqueue(new Delivered("id-1"));
        bot.Channel.Outcomes.Enqueue(new Gone());
        await DeliverAllAsync(bot);
        Assert.Empty(bot.Channel.Outcomes);
        Assert.Equal(MessageState.Lost, Assert.Single(await bot.MessagesAsync(), message => message.PlatformId == "id-2").State);
        return bot;
    }

    private static async Task DeliverAllAsync(TestBot bot)
    {
        for (var minute = 0; minute < 3; minute++)
            await bot.DeliverAfterAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<string> RegisterAsync(TestBot bot) =>
        Assert.Single((await bot.SayAsync("Ben", "pinned")).Reply!.Blocks.OfType<Assessments.Cards.EntryBlock>()).Detail;
}
