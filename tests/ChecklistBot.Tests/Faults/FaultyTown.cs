using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Delivery;
using ChecklistBot.Slack;
using ChecklistBot.Storage;
using ChecklistBot.Teams;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Tests.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Tests.Faults;

/// <summary>Teams in Slack and Teams, the bot's real delivery code, and two platforms that are unwell, all in simulated time.</summary>
internal sealed class FaultyTown : IAsyncDisposable
{
    private const string Workspace = "T111";

    private static readonly string[] Sayings =
        ["1a", "1c", "2b", "2c 3b", "3c", "4a 5a", "5b 6a", "6b", "finish", "finish", "pin", "unpin", "reopen", "rename Leads to sales", "cancel"];

    private readonly Random random;
    private readonly Dictionary<ConversationReference, int> started = [];
    private readonly Errors errors = new();
    private ServiceProvider? services;

    private FaultyTown(int seed) => random = new Random(seed);

    public TestBot Bot { get; private set; } = null!;

    public UnreliablePlatform Slack { get; private set; } = null!;

    public UnreliablePlatform Teams { get; private set; } = null!;

    /// <summary>What the bot calls its own errors.</summary>
    public IEnumerable<string> Errors => errors.All;

    public IReadOnlyList<ConversationReference> Rooms { get; } =
    [
        new(new ConversationKey(SlackChannel.Name, Workspace, "C1"), ConversationKind.Channel),
        new(new ConversationKey(SlackChannel.Name, Workspace, "C2"), ConversationKind.Channel),
        new(new ConversationKey(Envelope.Platform, "tenant", "19:chat@thread.v2"), ConversationKind.Group, Address: "http://127.0.0.1/teams/"),
        new(new ConversationKey(Envelope.Platform, "tenant", "a:one"), ConversationKind.Personal, Address: "http://127.0.0.1/teams/"),
    ];

    public static async Task<FaultyTown> StartAsync(int seed)
    {
        var town = new FaultyTown(seed);
        town.Bot = await TestBot.StartAsync(time => town.Connect(seed, time), new Logger<Postman>(new LoggerFactory([town.errors])));
        return town;
    }

    /// <summary>People talk and tap while time passes.</summary>
    public async Task LiveAsync(TimeSpan span)
    {
        for (var end = Bot.Time.GetUtcNow() + span; Bot.Time.GetUtcNow() < end;)
        {
            var room = Rooms[random.Next(Rooms.Count)];
            var number = started.GetValueOrDefault(room);
            if (number == 0 || random.Next(40) == 0)
                await Bot.SayAsync("Ann", $"start Title {started[room] = number + 1}", room);
            else if (random.Next(3) != 0)
                await Bot.SayAsync(random.Next(4) == 0 ? "Ben" : "Ann", $"{Sayings[random.Next(Sayings.Length)]} #{number}", room);
            Bot.Time.Advance(TimeSpan.FromMilliseconds(random.Next(2500)));
            await DeliverAsync();
        }
    }

    /// <summary>Nobody does anything until everything is delivered or nothing changes any more.</summary>
    public async Task SettleAsync()
    {
        for (var minutes = 0; minutes < 30 && await AnyPendingAsync(); minutes++)
        {
            for (var second = 0; second < 60; second += 2)
            {
                Bot.Time.Advance(TimeSpan.FromSeconds(2));
                await DeliverAsync();
            }
        }
    }

    /// <summary>Somebody taps each message that Teams kept without saying its id, so that the bot hears the id.</summary>
    public async Task TapUnnamedAsync()
    {
        foreach (var room in Rooms)
        {
            foreach (var message in await Bot.MessagesAsync(room))
            {
                if (message is not { PlatformId: "", Assessment: { } id })
                    continue;
                var action = CardAction.Of(id, message.Content is RecommendationContent given ? new Pin(given.Revision) : new Next());
                await Bot.TapAsync("Ben", action, PlatformOf(room).Messages.Last(kept => kept.Number == message.Number && kept.Conversation == room.Key.Id).Id, room);
            }
        }
    }

    public UnreliablePlatform PlatformOf(ConversationReference room) => room.Key.Platform == SlackChannel.Name ? Slack : Teams;

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        if (services is not null)
            await services.DisposeAsync();
        errors.Dispose();
    }

    private IEnumerable<IChannel> Connect(int seed, FakeTimeProvider time)
    {
        Slack = new UnreliablePlatform(seed, new SlackDialect(), time);
        Teams = new UnreliablePlatform(seed + 1, new TeamsDialect(), time);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(errors));
        collection.AddSingleton<TimeProvider>(time);
        collection.AddSlack(new SlackSettings { SigningSecret = "secret", BotToken = "xoxb-1", ApiBaseUrl = "http://127.0.0.1/api/" });
        collection.AddTeams(new TeamsSettings { Authentication = TeamsAuthentication.None });
        collection.AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(() => new UnreliableWire(Slack, time));
        collection.AddHttpClient("teams").ConfigurePrimaryHttpMessageHandler(() => new UnreliableWire(Teams, time));
        services = collection.BuildServiceProvider();
        return services.GetServices<IChannel>().Select(channel => new WatchedChannel(channel, channel.Platform == SlackChannel.Name ? Slack : Teams));
    }

    private async Task DeliverAsync()
    {
        foreach (var room in Rooms)
            await Bot.DeliverAsync(room);
    }

    private async Task<bool> AnyPendingAsync()
    {
        foreach (var room in Rooms)
        {
            if ((await Bot.MessagesAsync(room)).Any(message => message is { State: MessageState.Pending, PlatformId: not "" }))
                return true;
        }

        return false;
    }
}
