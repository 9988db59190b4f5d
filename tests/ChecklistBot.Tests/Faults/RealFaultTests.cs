using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Rules;
using ChecklistBot.Slack;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Slack;
using ChecklistBot.Turns;

namespace ChecklistBot.Tests.Faults;

/// <summary>
/// The real binary between two platforms that are unwell, for some seconds, or for as long as <c>CHECKLISTBOT_SOAK</c> says:
/// then also the outcome of posts stays unknown, which are made again only after half a minute and longer.
/// </summary>
[Trait("starts", "the binary")]
public sealed partial class RealFaultTests
{
    private const string Tenant = "tenant";
    private const long MoreMemory = 256 * 1024;

    private static readonly string[] Channels = ["C1", "C2", "C3"];
    private static readonly string[] Chats = ["19:one@thread.v2", "19:two@thread.v2", "a:personal"];

    private static readonly string[] Sayings = ["1a", "1c", "2b", "2c 3b", "3c", "4a 5a", "5b 6a", "6b", "finish", "pin", "unpin", "reopen"];

    private readonly Random random = new(Soak.Seed);
    private int said;

    [Fact]
    public async Task Through_faults_of_both_platforms_deliveries_catch_up_within_limits_and_bounded_memory()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"CHECKLISTBOT_SEED={Soak.Seed}");
        await using var server = await UnreliableServer.StartAsync(Soak.Seed, losesPosts: Soak.Seconds > 0);
        await using var team = await SlackTeam.StartAsync(server.SlackApi, new KeyValuePair<string, string>("Teams:Authentication", "none"));
        await using var store = new SqliteAssessmentStore($"Data Source={Path.Combine(team.Bot.Folder, "checklistbot.db")}");
        foreach (var channel in Channels)
            await team.CommandAsync("U1", "start CRM to accounting", channel);
        foreach (var chat in Chats)
            await SaysInTeamsAsync(team.Bot, server, chat, "start Leads to sales");
        Assert.Empty(await UnfinishedAsync(store, TimeSpan.FromSeconds(30)));
        var memory = Memory(team.Bot);

        server.Slack.IsWell = server.Teams.IsWell = false;
        await TalkAsync(team, server, TimeSpan.FromSeconds(Math.Max(8, Soak.Seconds)));
        server.Slack.IsWell = server.Teams.IsWell = true;
        Assert.Empty(await UnfinishedAsync(store, Soak.Seconds > 0 ? TimeSpan.FromMinutes(12) : TimeSpan.FromSeconds(60)));

        Assert.True(server.Slack.Faults > 0 && server.Teams.Faults > 0, "There was no fault.");
        foreach (var key in Keys())
            await IsAsWantedAsync(store, key, key.Platform == SlackChannel.Name ? server.Slack : server.Teams);
        foreach (var platform in (UnreliablePlatform[])[server.Slack, server.Teams])
        {
            PlatformLimits.WaitsAreKept(platform);
            PlatformLimits.EditsAreSpaced(platform);
        }

        PlatformLimits.MinutesHaveFewEdits(server.Slack);
        Assert.Equal(0, server.Greedy);
        Assert.InRange(Memory(team.Bot) - memory, long.MinValue, MoreMemory);
        Assert.DoesNotMatch(ErrorLine(), team.Bot.Output);
    }

    private static IEnumerable<ConversationKey> Keys() =>
    [
        .. Channels.Select(channel => new ConversationKey(SlackChannel.Name, "T111", channel)),
        .. Chats.Select(chat => new ConversationKey(Envelope.Platform, Tenant, chat)),
    ];

    private async Task TalkAsync(SlackTeam team, UnreliableServer server, TimeSpan span)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var end = new CancellationTokenSource(span);
        try
        {
            while (await clock.WaitForNextTickAsync(end.Token))
            {
                var words = Sayings[random.Next(Sayings.Length)];
                var user = random.Next(4) == 0 ? "U2" : "U1";
                if (random.Next(2) == 0)
                    await team.CommandAsync(user, words, Channels[random.Next(Channels.Length)]);
                else
                    await SaysInTeamsAsync(team.Bot, server, Chats[random.Next(Chats.Length)], words);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Enough.
        }
    }

    private async Task SaysInTeamsAsync(BotProcess bot, UnreliableServer server, string chat, string words)
    {
        var isPersonal = chat.StartsWith("a:", StringComparison.Ordinal);
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = (1790000500000 + ++said).ToString(CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = server.TeamsService,
            ["from"] = new JsonObject { ["id"] = "29:ann", ["name"] = "Ann" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Checklist" },
            ["conversation"] = new JsonObject { ["id"] = chat, ["conversationType"] = isPersonal ? "personal" : "groupChat", ["tenantId"] = Tenant },
            ["textFormat"] = "plain",
            ["text"] = isPersonal ? words : $"<at>Checklist</at> {words}",
            ["entities"] = isPersonal ? new JsonArray() : new JsonArray(new JsonObject
            {
                ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Checklist" }, ["text"] = "<at>Checklist</at>",
            }),
        };
        using var response = await bot.Http.PostAsJsonAsync(new Uri("api/messages", UriKind.Relative), activity, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Waits until nothing is left to deliver; what is left when patience ends.</summary>
    private static async Task<IReadOnlyList<string>> UnfinishedAsync(SqliteAssessmentStore store, TimeSpan patience)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var end = DateTimeOffset.UtcNow + patience; ;)
        {
            var left = new List<string>();
            foreach (var key in Keys())
            {
                var messages = await Wanted.MessagesAsync(store, key);
                left.AddRange(messages.Where(message => message is { State: MessageState.Pending, PlatformId: not "" }).Select(message => $"{key.Id} {message}"));
                if (messages.Count == 0)
                    left.Add($"{key.Id} has nothing");
            }

            if (left.Count == 0 || DateTimeOffset.UtcNow > end)
                return left;
            await clock.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task IsAsWantedAsync(SqliteAssessmentStore store, ConversationKey key, UnreliablePlatform platform)
    {
        var drawing = new Drawing(new Playbook(ChecklistFile.LoadBuiltIn()), TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var there = platform.Messages.Where(message => message.Conversation == key.Id).ToList();
        var wanted = (await Wanted.MessagesAsync(store, key)).OrderBy(message => message.Number).ToList();
        var places = new List<int>();
        foreach (var message in wanted)
        {
            // Teams kept it without saying its id, and nobody has tapped it.
            if (message.PlatformId is { Length: 0 })
                continue;
            var shown = await Wanted.IsShownAsync(store, drawing, message, there);
            if (message.Repeats == 0)
                places.Add(there.IndexOf(shown));
        }

        Assert.Equal(places.Order(), places);
        Assert.InRange(there.Count, wanted.Count, wanted.Count + wanted.Sum(message => message.Repeats));
    }

    /// <summary>The most memory that the bot has had so far, in kB.</summary>
    private static long Memory(BotProcess bot) => long.Parse(
        HighWaterMark().Match(File.ReadAllText($"/proc/{bot.Id.ToString(CultureInfo.InvariantCulture)}/status")).Groups["kb"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\S+ (fail|crit): .*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^VmHWM:\s+(?<kb>\d+) kB", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex HighWaterMark();
}
