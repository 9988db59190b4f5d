using System.Globalization;
using ChecklistBot.Rules;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Postgres;
using ChecklistBot.Tests.Harness;
using Npgsql;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>Meetings in many channels at once, the bots that serve them, and what is checked in the end.</summary>
internal sealed class TownRun : IAsyncDisposable
{
    /// <summary>A post of unknown outcome is made again after 30 s, and again after a minute.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(4);

    private readonly IAssessmentStore store;
    private readonly TownSlack slack;
    private readonly Front? front;
    private readonly Line line;

    private TownRun(TownSlack slack, List<BotProcess> bots, Front? front, IAssessmentStore store)
    {
        (this.slack, Bots, this.front, this.store) = (slack, bots, front, store);
        line = new Line(front?.Address ?? bots[0].Address, slack);
        Killer = new Killer(slack);
    }

    public IReadOnlyList<BotProcess> Bots { get; }

    public Killer Killer { get; }

    /// <summary>Requests that had to be sent again.</summary>
    public int Repeats => line.Repeats;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts so many processes; more than one only on PostgreSQL, behind a proxy.</summary>
    /// <param name="engine">Where they keep what they know.</param>
    /// <param name="server">Of the tests.</param>
    /// <param name="copies">How many.</param>
    /// <param name="file">Another file for SQLite than the usual one.</param>
    public static async Task<TownRun> StartAsync(Engine engine, PostgresServer server, int copies = 1, string? file = null)
    {
        var connectionString = engine == Engine.Postgresql ? await NewSchemaAsync(server) : null;
        var slack = await TownSlack.StartAsync(slowness: TimeSpan.FromMilliseconds(15));
        var bots = new List<BotProcess>();
        for (var copy = 0; copy < copies; copy++)
        {
            var settings = new Dictionary<string, string>
            {
                ["Slack:BotToken"] = "xoxb-1",
                ["Slack:SigningSecret"] = Line.Secret,
                ["Slack:ApiBaseUrl"] = slack.AddressOf(copy),
                ["Web:Enabled"] = "false",
            };
            if (connectionString is not null)
                (settings["Storage:Provider"], settings["Storage:ConnectionString"]) = ("postgresql", connectionString);
            else if (file is not null)
                settings["Storage:ConnectionString"] = $"Data Source={file}";
            bots.Add(await BotProcess.StartAsync(new BotOptions { Environment = "Production", Settings = settings }));
        }

        IAssessmentStore store = connectionString is not null
            ? new PostgresAssessmentStore(connectionString)
            : new SqliteAssessmentStore($"Data Source={file ?? Path.Combine(bots[0].Folder, "checklistbot.db")}");
        return new TownRun(slack, bots, copies > 1 ? await Front.StartAsync(bots.Select(bot => bot.Address)) : null, store);
    }

    /// <summary>Waits until so many more requests were acknowledged, or for a while where everybody waits for something else.</summary>
    public async Task LetPassAsync(uint requests, CancellationToken cancellationToken)
    {
        var until = line.Acknowledged + requests;
        for (var tries = 0; line.Acknowledged < until && tries < 10_000 && !cancellationToken.IsCancellationRequested; tries++)
            await Task.Delay(1, CancellationToken.None);
    }

    /// <summary>Lets people meet for so long while something happens to the bots, and then checks everything.</summary>
    /// <param name="channels">Conversations at once.</param>
    /// <param name="people">In each of them.</param>
    /// <param name="answers">What each says before all agree.</param>
    /// <param name="length">After it no new decision is begun.</param>
    /// <param name="happens">Runs until it is cancelled.</param>
    public async Task PlayAsync(int channels, int people, int answers, TimeSpan length, Func<CancellationToken, Task> happens)
    {
        var checklist = ChecklistFile.LoadBuiltIn().Definition;
        var meetings = Enumerable.Range(1, channels).Select(number => new Meeting(number, people, line, slack, checklist)).ToList();
        using var time = new CancellationTokenSource(length);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var happening = happens(end.Token);
        var holding = Task.WhenAll(meetings.Select(meeting => meeting.HoldAsync(answers, time.Token, Token)));
        await await Task.WhenAny(holding, happening);
        await holding;
        await end.CancelAsync();
        await happening;
        await CheckAsync(meetings);
    }

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await store.DisposeAsync();
        foreach (var bot in Bots)
            await bot.DisposeAsync();
        if (front is not null)
            await front.DisposeAsync();
        await slack.DisposeAsync();
    }

    private async Task CheckAsync(List<Meeting> meetings)
    {
        await SettleAsync();
        var copies = meetings.SelectMany(meeting => meeting.AssertShown()).ToList();
        foreach (var bot in Bots)
            Assert.Equal(0, await bot.StopAsync());
        foreach (var meeting in meetings)
            await store.ReadAsync(
                async (reader, token) =>
                {
                    await meeting.AssertKeptAsync(reader, token);
                    return true;
                },
                Token);

        Tell(meetings, copies.Count);
        foreach (var copy in copies)
            Assert.True(Killer.WasInFlight(copy), Killer.Explain(copy, slack.In(copy.Channel)));
        foreach (var bot in Bots)
            Assert.DoesNotContain("Unhandled exception", bot.Output, StringComparison.Ordinal);
    }

    /// <summary>Waits until every message is as it should be. The bot keeps within what Slack allows, so after a long run many edits wait; it
    /// must go on with them.</summary>
    private async Task SettleAsync()
    {
        var beginning = slack.Now;
        while (await store.ReadAsync((reader, token) => reader.NextDueAsync(token), Token) is { } due)
        {
            var last = slack.LastCall > beginning ? slack.LastCall : beginning;
            Assert.True(
                slack.Now - last < Settling,
                $"Something due at {due:O} waits at {DateTimeOffset.UtcNow:O}, and Slack was not called since {last} (it is {slack.Now}).");
            await Task.Delay(100, Token);
        }
    }

    private void Tell(List<Meeting> meetings, int copies) => TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{meetings.Sum(meeting => meeting.Decisions)} decisions in {meetings.Count} conversations, {meetings.Sum(meeting => meeting.Acknowledged)} acknowledged answers, "
        + $"0 lost; {Killer.Blows.Count} SIGKILL, {line.Repeats} requests sent again, {slack.All.Count()} messages, {copies} of them copies of a post in flight; "
        + $"seed {Soak.Seed}; {slack.Now.TotalSeconds:F0} s"));

    private static async Task<string> NewSchemaAsync(PostgresServer server)
    {
        var schema = $"town_{Guid.NewGuid():N}";
        var text = await server.ConnectionStringAsync(Token);
        await using var connection = new NpgsqlConnection(text + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name made here.
        command.CommandText = $"CREATE SCHEMA {schema}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
        return text + $";Search Path={schema}";
    }
}
