using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Tests.Turns;

/// <summary>A turn from the platform's door to what is kept.</summary>
public sealed class TurnTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("U123", true)]
    public async Task A_turn_without_a_name_leaves_the_one_that_is_known(string name, bool isStopgap)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM to accounting");

        await bot.Turns.HandleAsync(
            new Turn
            {
                Conversation = TestBot.Conversation,
                Person = new PersonReference("ann", name) { IsStopgap = isStopgap },
                Utterance = new Said("1a"),
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("Ann", await NameAsync(bot));
    }

    [Fact]
    public async Task Somebody_new_without_a_name_is_a_colleague_until_they_have_one()
    {
        await using var bot = await TestBot.StartAsync();
        var ann = new PersonReference("ann", "");
        await bot.Turns.HandleAsync(
            new Turn { Conversation = TestBot.Conversation, Person = ann, Utterance = new Said("start") }, TestContext.Current.CancellationToken);
        Assert.Equal(Names.Forgotten, await NameAsync(bot));
        await bot.Turns.HandleAsync(
            new Turn { Conversation = TestBot.Conversation, Person = ann with { Name = "ann.old", IsStopgap = true }, Utterance = new Said("2a") },
            TestContext.Current.CancellationToken);
        Assert.Equal("ann.old", await NameAsync(bot));

        await bot.SayAsync("Ann", "1a");
        Assert.Equal("Ann", await NameAsync(bot));
    }

    [Fact]
    public async Task A_repeated_turn_is_answered_as_before_and_done_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM", key: "k1");
        await bot.SayAsync("Ann", "start CRM", key: "k1");
        var first = await bot.SayAsync("Ann", "frobnicate", key: "k2");
        var again = await bot.SayAsync("Ann", "frobnicate", key: "k2");

        Assert.Single(await bot.MessagesAsync());
        Assert.Equal(TurnStatus.NotUnderstood, again.Status);
        Assert.Equal(first.Reply!.Summary, again.Reply!.Summary);
    }

    [Theory]
    [InlineData("go 2", false)]
    [InlineData("go 1", true)]
    [InlineData("rename ERP", false)]
    [InlineData("rename CRM", true)]
    public async Task In_a_group_where_the_card_shows_what_changed_a_line_says_that_nothing_did(string words, bool isSaid)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM", replies: ReplyPlacement.InConversationWhenNeeded);

        await bot.SayAsync("Ann", words, replies: ReplyPlacement.InConversationWhenNeeded);

        Assert.Equal(isSaid ? 2 : 1, (await bot.MessagesAsync()).Count);
    }

    [Fact]
    public async Task The_same_key_in_another_tenant_is_another_turn()
    {
        await using var bot = await TestBot.StartAsync();
        var other = TestBot.Room("general", tenant: "t2");
        await bot.SayAsync("Ann", "start Mine", key: "k");
        await bot.SayAsync("Ann", "start Theirs", other, key: "k");

        Assert.Equal("Mine", (await bot.AssessmentAsync()).Title);
        Assert.Equal("Theirs", (await bot.AssessmentAsync(where: other)).Title);
    }

    [Fact]
    public async Task Only_where_words_need_the_mention_does_the_card_ask_for_it()
    {
        await using var bot = await TestBot.StartAsync();
        await ShowsAsync(TestBot.Conversation, expected: true);
        await ShowsAsync(TestBot.Room("chat") with { Kind = ConversationKind.Group }, expected: true);
        await ShowsAsync(TestBot.Room("alone") with { Kind = ConversationKind.Personal }, expected: false);

        async Task ShowsAsync(ConversationReference where, bool expected)
        {
            await bot.SayAsync("Ann", "start CRM", where);
            await bot.DeliverAsync(where);
            var posted = bot.Channel.Calls[^1];
            Assert.Equal(expected, Hint(posted.Message.Card).Contains("@Checklist", StringComparison.Ordinal));
            var tapped = await bot.TapAsync("Ann", TestBot.Action(posted.Message.Card, "Moves in real time"), posted.MessageId, where);
            Assert.Equal(expected, Hint(tapped.Card!).Contains("@Checklist", StringComparison.Ordinal));
        }

        static string Hint(Card card) => card.Blocks.OfType<TextBlock>().Single(block => block.Text.StartsWith("No buttons?", StringComparison.Ordinal)).Text;
    }

    [Fact]
    public async Task An_action_of_another_conversation_is_refused_and_changes_nothing_there()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start Mine");
        await bot.DeliverAsync();
        var tap = TestBot.Action(bot.Channel.Calls[0].Message.Card, "Moves in real time");
        foreach (var elsewhere in (ConversationReference[])[TestBot.Room("random"), TestBot.Room("general", tenant: "t2")])
        {
            var answer = await bot.TapAsync("Eve", tap, where: elsewhere);
            Assert.Equal(TurnStatus.NotUnderstood, answer.Status);
            Assert.Empty(await bot.MessagesAsync(elsewhere));
        }

        Assert.Equal(1, (await bot.AssessmentAsync()).Version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("a~AAAAAAAAAAAAAAAAAAAAAA~frequency~real-time")]
    [InlineData("fin~~")]
    public async Task An_unknown_action_is_answered_and_leaves_no_trace(string action)
    {
        await using var bot = await TestBot.StartAsync();
        var answer = await bot.TapAsync("Eve", action);

        Assert.Equal(TurnStatus.NotUnderstood, answer.Status);
        Assert.NotEmpty(answer.Reply!.Summary);
        Assert.Empty(await bot.MessagesAsync());
    }

    [Fact]
    public async Task A_tap_is_answered_with_the_tapped_message_in_its_new_state()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        var answer = await bot.TapAsync("Ben", TestBot.Action(bot.Channel.Calls[0].Message.Card, "Moves in real time"), "id-1");
        Assert.Equal(CardKind.Live, answer.Card!.Kind);
        Assert.Contains("1 of 6 answered", answer.Card.Summary, StringComparison.Ordinal);

        await bot.SayAsync("Ann", "3a 6a");
        await bot.SayAsync("Ann", "finish");
        await bot.DeliverAsync();
        var given = bot.Channel.Calls.Last(call => call.Verb == "post");
        var pinned = await bot.TapAsync("Ben", TestBot.Action(given.Message.Card, "Pin"), given.MessageId);
        Assert.Equal("immediate-sync", pinned.Card!.PathId);
        Assert.Contains(pinned.Card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons), button => button.Label == "Unpin");
    }

    [Fact]
    public async Task Where_no_card_is_wanted_the_tap_counts_all_the_same_and_only_the_message_shows_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.DeliverAsync();
        var posted = bot.Channel.Calls.Single();
        var tap = new Turn
        {
            Conversation = TestBot.Conversation,
            Person = new PersonReference("ben", "Ben"),
            Utterance = new Tapped(TestBot.Action(posted.Message.Card, "Moves in real time"), posted.MessageId),
            DedupeKey = "tap",
            WantsCard = false,
        };
        Assert.Null((await bot.Turns.HandleAsync(tap, TestContext.Current.CancellationToken)).Card);
        Assert.Null((await bot.Turns.HandleAsync(tap, TestContext.Current.CancellationToken)).Card);

        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(2));
        Assert.Equal("edit", bot.Channel.Calls[^1].Verb);
        Assert.Contains("1 of 6 answered", bot.Channel.Calls[^1].Message.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_the_menu_answers_with_the_live_card_as_it_is_and_changes_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Ben", "1a");
        await bot.DeliverAsync();
        var more = TestBot.Action(bot.Channel.Calls[0].Message.Card, "More…");
        var answer = await bot.TapAsync("Ann", more);

        Assert.Equal(TurnStatus.Done, answer.Status);
        Assert.Contains("1 of 6 answered", answer.Card!.Summary, StringComparison.Ordinal);
        Assert.Contains(answer.Card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons), button => button.Menu.Length == 4);
        Assert.Equal(2, (await bot.AssessmentAsync()).Version);
        Assert.Equal(TurnStatus.NotUnderstood, (await bot.TapAsync("Eve", more, where: TestBot.Room("random"))).Status);
    }

    [Fact]
    public async Task The_form_is_filled_with_ones_own_answers_and_its_answers_count_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Ann", "2b");
        await bot.SayAsync("Ben", "2c");
        await bot.DeliverAsync();
        var open = TestBot.Action(bot.Channel.Calls[0].Message.Card, "Answer all");
        var cancel = Xunit.TestContext.Current.CancellationToken;
        var form = await bot.Turns.OpenFormAsync(TestBot.Conversation, new PersonReference("ann", "Ann"), open, cancel);
        Assert.Equal([null, "minutes", null, null, null, null], form!.Items.Select(item => item.Selected));
        Assert.Null(await bot.Turns.OpenFormAsync(TestBot.Room("random"), new PersonReference("ann", "Ann"), open, cancel));

        var answers = ImmutableDictionary.CreateRange([KeyValuePair.Create("frequency", "nightly"), KeyValuePair.Create("maintenance", "not-sure")]);
        await bot.HandleAsync("Ann", new Submitted(form.Action, answers));
        var state = await bot.AssessmentAsync();
        Assert.Equal(("nightly", "minutes", "not-sure"), (state.Item("frequency").OptionOf(1), state.Item("delay").OptionOf(1), state.Item("maintenance").OptionOf(1)));
    }

    [Fact]
    public async Task The_bot_welcomes_a_conversation_once()
    {
        await using var bot = await TestBot.StartAsync();
        var first = await bot.HandleAsync("Ann", new Welcomed());
        var second = await bot.HandleAsync("Ann", new Welcomed());

        Assert.Contains("start", first.Reply!.Summary, StringComparison.Ordinal);
        Assert.Null(second.Reply);
    }

    [Fact]
    public async Task Two_hundred_people_who_answer_at_once_all_count()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start Busy");
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => bot.SayAsync($"P{i}", i % 2 == 0 ? "2a" : "2b"))));

        var answers = (await bot.AssessmentAsync()).Item("delay").Answers;
        Assert.Equal((100, 100), (answers.Count(answer => answer.Option == "seconds"), answers.Count(answer => answer.Option == "minutes")));
    }

    [Fact]
    public async Task A_forgotten_person_is_a_colleague_on_every_card_and_new_when_they_answer_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SayAsync("Ann", "start CRM");
        await bot.SayAsync("Bea", "1a");
        await bot.DeliverAsync();
        Assert.Contains("Bea", Text(bot.Channel.Calls[^1]), StringComparison.Ordinal);
        var asked = await bot.SayAsync("Bea", "forget me");
        await bot.TapAsync("Bea", TestBot.Action(asked.Reply!, "Remove my name"));
        await bot.DeliverAfterAsync(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain("Bea", Text(bot.Channel.Calls[^1]), StringComparison.Ordinal);
        Assert.Contains("a colleague", Text(bot.Channel.Calls[^1]), StringComparison.Ordinal);

        await bot.SayAsync("Bea", "1a");
        Assert.Equal(2, (await bot.AssessmentAsync()).Item("frequency").Answers.Length);
    }

    private static string Text(Call call) => string.Join('\n', call.Message.Card.Blocks);

    private static async Task<string> NameAsync(TestBot bot) => (await bot.Store.ReadAsync(
        (reader, cancel) => reader.NamesAsync(TestBot.Conversation.Key, [1], cancel), TestContext.Current.CancellationToken))[1];
}
