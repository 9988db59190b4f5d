using System.Globalization;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Storage;
using ChecklistBot.Tests.Platforms;

namespace ChecklistBot.Tests.Isolation;

/// <summary>Nobody sees or touches what belongs to another tenant, conversation or person, whatever they know and send.</summary>
public sealed class IsolationTests
{
    private const string Title = "Zanzibar ledger";
    private const string Owner = "Victoria";
    private const string Intruder = "Mallory";

    /// <summary>Routes that know no conversation, and so have none to keep apart.</summary>
    private static readonly string[] WithoutConversation = ["ANY /health/live", "ANY /health/ready", "POST /sign-in"];

    private static readonly Dictionary<string, string> Answers = new() { ["frequency"] = "real-time", ["error-cost"] = "high" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int> Places => [.. Enumerable.Range(0, 9)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Nobody_elsewhere_can_see_or_change_an_assessment_even_with_its_id_in_hand(int place)
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var all = PlacesOf(platforms);
        var home = all[place];
        var id = await StartAsync(platforms, home);
        Assert.Contains(Title, await Everything(platforms, home), StringComparison.Ordinal);
        var before = await StoredAsync(platforms, home.Key, id);
        var sent = Outgoing(platforms).ToHashSet();

        foreach (var elsewhere in all.Where(other => other != home))
        {
            foreach (var action in EveryAction.On(id))
            {
                AssertSilent(elsewhere, action, await elsewhere.PressAsync(Intruder, action));
                AssertSilent(elsewhere, action, await elsewhere.FillAsync(Intruder, action, Answers));
            }

            foreach (var words in new[] { "status #1", "export #1", "export all", "list ledger", "pinned", "answer frequency: real time", "undo", "cancel #1" })
                AssertSilent(elsewhere, words, await elsewhere.SayAsync(Intruder, words));
            AssertSilent(elsewhere, "a look", await elsewhere.LookAsync(Intruder));
            Assert.Equal(before, await StoredAsync(platforms, home.Key, id));
        }

        await platforms.Bot.DeliveredAsync();
        await platforms.Bot.StopAsync();
        Assert.DoesNotContain(Outgoing(platforms), call => !sent.Contains(call) && Tells(call));
    }

    [Fact]
    public async Task Every_route_of_the_running_app_is_tried_from_elsewhere()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var places = PlacesOf(platforms);
        var id = await StartAsync(platforms, places[0]);
        foreach (var elsewhere in places.Skip(1))
        {
            await elsewhere.PressAsync(Intruder, EveryAction.On(id)[0]);
            await elsewhere.FillAsync(Intruder, EveryAction.On(id)[1], Answers);
            await elsewhere.LookAsync(Intruder);
            await elsewhere.SayAsync(Intruder, "status #1");
            if (elsewhere is SlackPlace slack)
                await slack.CommandAsync(Intruder, "status #1");
        }

        var tried = platforms.Requests.Taken.Keys.Select(taken => taken.Replace(" ", " /", StringComparison.Ordinal)).Concat(WithoutConversation);
        var files = platforms.Bot.Routes.Where(route => route.Contains("/assets/", StringComparison.Ordinal));
        Assert.Empty(platforms.Bot.Routes.Except(tried).Except(files));
    }

    [Fact]
    public async Task A_slash_command_sees_its_own_channel_only()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var home = platforms.SlackChannel("C1");
        await StartAsync(platforms, home);
        foreach (var words in new[] { "status #1", "export #1", "export all", "list", "pinned", "cancel #1" })
        {
            Assert.False(Tells(await platforms.SlackChannel("C2").CommandAsync(Intruder, words)), words);
            Assert.False(Tells(await platforms.SlackChannel("C1", team: "T999").CommandAsync(Intruder, words)), words);
        }

        Assert.Contains(Title, await home.CommandAsync(Owner, "export #1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_somebody_opened_in_slack_is_of_no_use_to_anybody_else()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var home = platforms.SlackChannel("G1");
        var id = await StartAsync(platforms, home);
        await home.PressAsync(Owner, EveryAction.On(id)[1]);
        await Patience.UntilAsync(() => platforms.Slack.CountOf("views.update") > 0);
        var view = platforms.Slack.Calls.First(call => call.Method == "views.update").Body.GetProperty("view");
        var metadata = view.GetProperty("private_metadata").GetString()!;
        var before = await StoredAsync(platforms, home.Key, id);

        var forged = $$"""{"c":"G1","a":"{{EveryAction.On(id)[1]}}","f":"frequency"}""";
        Assert.Contains("I do not know this form", await platforms.SlackChannel("C2").SendModalAsync(Intruder, "answers", forged, Answers), StringComparison.Ordinal);
        Assert.Contains("I do not know this form", await home.SendModalAsync(Intruder, "answers", metadata, Answers), StringComparison.Ordinal);
        Assert.Contains("I do not know this form", await home.SendModalAsync(Owner, "answers", metadata.Replace("G1", "G2", StringComparison.Ordinal), Answers), StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync(platforms, home.Key, id));

        await home.SendModalAsync(Owner, "answers", metadata, Answers);
        Assert.NotEqual(before, await StoredAsync(platforms, home.Key, id));
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_in_one_room_is_forgotten_in_that_room_alone()
    {
        await using var platforms = await AllPlatforms.StartAsync();
        var home = platforms.Room("home");
        await StartAsync(platforms, home);
        var elsewhere = platforms.Room("elsewhere");
        await elsewhere.SayAsync(Owner, "start Another ledger");
        await elsewhere.SayAsync(Owner, "forget me");
        var remove = System.Text.RegularExpressions.Regex.Match(await elsewhere.LookAsync(Intruder), "forget~[0-9]+").Value;
        await elsewhere.PressAsync(Owner, remove);

        Assert.Contains(Owner, await home.LookAsync(Intruder), StringComparison.Ordinal);
        Assert.DoesNotContain(Owner, await elsewhere.LookAsync(Intruder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("home", "Victoria", "t1", "Mallory", "t1")]
    [InlineData("elsewhere", "Victoria", "t1", "Victoria", "t1")]
    [InlineData("home", "Victoria", "x:t1", "Victoria:x", "t1")]
    public async Task A_token_of_somebody_else_repeats_nothing_of_theirs(string room, string owner, string token, string sender, string copied)
    {
        await using var platforms = await AllPlatforms.StartAsync();
        await platforms.Room("home").PostAsync("say", owner, ("text", $"start {Title}"), ("token", token));
        await platforms.Room(room).PostAsync("say", sender, ("text", $"start {Title}"), ("token", copied));

        // A turn of its own, and no repeat of the first.
        var key = new ConversationKey("web", "local", room);
        var stored = await platforms.Bot.Store.ReadAsync((reader, cancel) => reader.ListAsync(key, new AssessmentQuery(), cancel), Token);
        Assert.Equal(room == "home" ? 2 : 1, stored.Count);
    }

    /// <summary>Two tenants of Teams, a channel and two people's own chats; a workspace's channels and direct messages, and a foreign workspace; rooms.</summary>
    private static IPlace[] PlacesOf(AllPlatforms platforms) =>
    [
        platforms.TeamsChat("19:one@thread.tacv2", "channel"),
        platforms.TeamsChat("19:one@thread.tacv2", "channel", tenant: "tenant-b"),
        platforms.TeamsChat("a:chat-of-victoria", "personal"),
        platforms.TeamsChat("a:chat-of-mallory", "personal"),
        platforms.SlackChannel("C1"),
        platforms.SlackChannel("C2"),
        platforms.SlackChannel("D1"),
        platforms.Room("main"),
        platforms.Room("other"),

        // The bot is not installed there, so nothing can be started in it.
        platforms.SlackChannel("C1", team: "T999"),
    ];

    private static async Task<AssessmentId> StartAsync(AllPlatforms platforms, IPlace home)
    {
        await home.SayAsync(Owner, $"start {Title}");
        await home.SayAsync(Owner, "answer frequency: real time");
        await home.SayAsync(Owner, "export #1");
        // Private answers of Slack follow the acknowledgement: none may come only after what was sent is noted.
        await platforms.Bot.AnsweredAsync();
        await platforms.Bot.DeliveredAsync();
        var listed = await platforms.Bot.Store.ReadAsync((reader, cancel) => reader.ListAsync(home.Key, new AssessmentQuery(), cancel), Token);
        return Assert.Single(listed).Id;
    }

    /// <summary>The history and every message of an assessment, as text.</summary>
    private static Task<string> StoredAsync(AllPlatforms platforms, ConversationKey key, AssessmentId id) => platforms.Bot.Store.ReadAsync(
        async (reader, cancel) =>
        {
            var events = await reader.EventsAsync(key, id, cancel);
            var messages = await reader.MessagesAsync(key, 0, 1000, cancel);
            return string.Join('\n', [
                .. events.Select(one => one.ToString()),
                .. messages.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Number} {one.WantedVersion} {one.WantPinned} {one.Content}")),
            ]);
        },
        Token);

    private static async Task<string> Everything(AllPlatforms platforms, IPlace home) =>
        await home.LookAsync(Owner) + string.Join('\n', Outgoing(platforms));

    private static IEnumerable<string> Outgoing(AllPlatforms platforms) =>
    [
        .. platforms.Slack.Calls.Select((call, index) => $"slack call {index} {call.Method} {call.Body}"),
        .. platforms.Slack.Responses.Select((call, index) => $"slack answer {index} {call.Path} {call.Body}"),
        .. platforms.Teams.Calls.Select((call, index) => $"teams {index} {call.Path} {call.Body}"),
    ];

    private static void AssertSilent(IPlace place, string tried, string answer) =>
        Assert.False(Tells(answer), $"{place.Name} was told of it after {tried}: {answer}");

    private static bool Tells(string text) => text.Contains("Zanzibar", StringComparison.OrdinalIgnoreCase) && !text.Contains("list ledger", StringComparison.Ordinal)
        || text.Contains(Owner, StringComparison.Ordinal);
}
