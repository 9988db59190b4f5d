using System.Diagnostics.Metrics;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.State;
using ChecklistBot.Delivery;
using ChecklistBot.Rules;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Telemetry;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Turns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Tests.Turns;

/// <summary>The turn loop and the delivery loop over a real SQLite file, with a platform and a clock that the test holds.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly MeterFactory meters = new();
    private readonly DeliveryMetrics metrics;
    private readonly Tracing tracing = new();
    private readonly AnswerWatch answers;
    private readonly DeliveryDesk desk;

    private TestBot(Func<SteppingClock, IEnumerable<IChannel>>? channels, ILogger<Postman>? logger, Func<IAssessmentStore, IAssessmentStore>? turnStore)
    {
        Store = new SqliteAssessmentStore($"Data Source={Path.Combine(folder.FullPath, "bot.db")}");
        var playbook = new Playbook(ChecklistFile.LoadBuiltIn());
        Drawing = new Drawing(playbook, TimeZoneInfo.Utc);
        var work = new TurnWork(playbook, new ConversationDesk(playbook, TimeZoneInfo.Utc), new AssessmentDesk(playbook, new RandomIds()), new TappedMessage(Drawing));
        Turns = new TurnHandler(turnStore?.Invoke(Store) ?? Store, work, playbook, tracing, Time);
        Trouble = new DeliveryTrouble(Time);
        metrics = new DeliveryMetrics(meters, Trouble);
        answers = new AnswerWatch(Time);
        var platforms = new ChecklistBot.Delivery.Channels(channels?.Invoke(Time) ?? [Channel], answers);
        desk = new DeliveryDesk(platforms, Drawing, Trouble, Time);
        Postman = PostmanOn(Store, logger);
    }

    public SteppingClock Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public FakeChannel Channel { get; } = new();

    public SqliteAssessmentStore Store { get; }

    public ITurnHandler Turns { get; }

    public IMeterFactory Meters => meters;

    public Postman Postman { get; }

    public Drawing Drawing { get; }

    /// <summary>One that works on a store which stands before <see cref="Store"/>.</summary>
    public Postman PostmanOn(IAssessmentStore store, ILogger<Postman>? logger = null) =>
        new(store, desk, metrics, tracing, Time, logger ?? NullLogger<Postman>.Instance);

    public DeliveryTrouble Trouble { get; }

    /// <summary>Whether the platform of the next turns lets no bot pin.</summary>
    public bool PinsByPost { get; set; }

    public static ConversationReference Conversation { get; } = Room("general");

    /// <summary>Starts one with the fake platform, or with others; its turns may have a store that fails.</summary>
    public static async Task<TestBot> StartAsync(
        Func<SteppingClock, IEnumerable<IChannel>>? channels = null, ILogger<Postman>? logger = null, Func<IAssessmentStore, IAssessmentStore>? turnStore = null)
    {
        var bot = new TestBot(channels, logger, turnStore);
        await bot.Store.MigrateAsync(Xunit.TestContext.Current.CancellationToken);
        return bot;
    }

    public static ConversationReference Room(string id, string tenant = "t1", string? thread = null) =>
        new(new ConversationKey("fake", tenant, id), ConversationKind.Channel, thread);

    public Task<TurnAnswer> SayAsync(
        string who,
        string text,
        ConversationReference? where = null,
        string? key = null,
        string? editOf = null,
        ReplyPlacement replies = ReplyPlacement.ToPersonOnly,
        DateTimeOffset? editedWritten = null) =>
        HandleAsync(who, new Said(text, IsEdit: editOf is not null), where, key, editOf, replies, editedWritten);

    public Task<TurnAnswer> TapAsync(
        string who,
        string action,
        string? messageId = null,
        ConversationReference? where = null,
        string? key = null,
        ReplyPlacement replies = ReplyPlacement.ToPersonOnly) => HandleAsync(who, new Tapped(action, messageId), where, key, replies: replies);

    public async Task<TurnAnswer> HandleAsync(
        string who,
        Utterance utterance,
        ConversationReference? where = null,
        string? key = null,
        string? editOf = null,
        ReplyPlacement replies = ReplyPlacement.ToPersonOnly,
        DateTimeOffset? editedWritten = null) => await Turns.HandleAsync(
        new Turn
        {
            Conversation = where ?? Conversation,
            Person = new PersonReference(who.ToLowerInvariant(), who),
            Utterance = utterance,
            DedupeKey = key,
            EditedKey = editOf,
            EditedWritten = editedWritten,
            Replies = replies,
            PinsByPost = PinsByPost,
        },
        Xunit.TestContext.Current.CancellationToken);

    /// <summary>Sends everything that is due now.</summary>
    public async Task DeliverAsync(ConversationReference? where = null) =>
        await Postman.DeliverAsync((where ?? Conversation).Key, Xunit.TestContext.Current.CancellationToken);

    /// <summary>The delivery loop at work, until it is told to stop.</summary>
    public async Task<DeliveryLoop> LoopAsync()
    {
        var loop = new DeliveryLoop(
            Store, Store.Signal, Postman, new Hands(answers), new Microsoft.Extensions.Hosting.Internal.ApplicationLifetime(NullLogger<Microsoft.Extensions.Hosting.Internal.ApplicationLifetime>.Instance), Time, NullLogger<DeliveryLoop>.Instance);
        await loop.StartAsync(Xunit.TestContext.Current.CancellationToken);
        return loop;
    }

    /// <summary>Lets time pass, then sends what is due.</summary>
    public async Task DeliverAfterAsync(TimeSpan pause)
    {
        Time.Advance(pause);
        await DeliverAsync();
    }

    public Task<IReadOnlyList<Message>> MessagesAsync(ConversationReference? where = null) => Store.ReadAsync(
        (reader, cancel) => reader.MessagesAsync((where ?? Conversation).Key, 0, 1000, cancel),
        Xunit.TestContext.Current.CancellationToken);

    public async Task<Assessment> AssessmentAsync(int number = 1, ConversationReference? where = null)
    {
        var key = (where ?? Conversation).Key;
        return await Store.ReadAsync(
            async (reader, cancel) =>
            {
                var found = await reader.ListAsync(key, new AssessmentQuery { Number = number }, cancel);
                return (await reader.FindAssessmentAsync(key, Assert.Single(found).Id, cancel))!.State;
            },
            Xunit.TestContext.Current.CancellationToken);
    }

    /// <summary>The action behind a button of a card, found by the beginning of its label.</summary>
    public static string Action(Card card, string label) =>
        Buttons(card).First(button => button.Label.StartsWith(label, StringComparison.Ordinal)).Action;

    /// <summary>Every button of a card, those of its menus too.</summary>
    public static IEnumerable<CardButton> Buttons(Card card) => card.Blocks.SelectMany(Buttons);

    public async ValueTask DisposeAsync()
    {
        metrics.Dispose();
        tracing.Dispose();
        meters.Dispose();
        await Store.DisposeAsync();
        folder.Dispose();
    }

    private static IEnumerable<CardButton> Buttons(CardBlock block) => block switch
    {
        ButtonsBlock row => row.Buttons.SelectMany(button => button.Menu.Prepend(button)),
        FocusBlock focus => focus.Options,
        ItemLineBlock { Focus: { } button } => [button],
        _ => [],
    };

    private sealed class MeterFactory : IMeterFactory
    {
        private readonly List<Meter> made = [];

        public Meter Create(MeterOptions options)
        {
            made.Add(new Meter(options));
            return made[^1];
        }

        public void Dispose() => made.ForEach(meter => meter.Dispose());
    }
}
