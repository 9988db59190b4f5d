using System.Collections.Concurrent;
using System.Diagnostics;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>Everything in a PostgreSQL database that several copies of the bot share. Commits are kept by the server when a turn returns.</summary>
public sealed class PostgresAssessmentStore : RelationalStore
{
    /// <summary>How often to look for copies that died, at most.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Claims run out by the server's clock, a little after the statement that shortened them was sent.</summary>
    private static readonly TimeSpan Surely = TimeSpan.FromMilliseconds(250);

    private readonly NpgsqlConnectionStringBuilder settings;
    private readonly NpgsqlDataSource source;
    private readonly PostgresListener listener;
    private readonly string copy = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<ConversationKey, bool> held = new();
    private long lookedForDead;
    private DateTimeOffset deadAreDue;

    /// <param name="connectionString">An ADO.NET connection string of Npgsql.</param>
    /// <exception cref="StoreException">The connection string cannot be used; the message says why.</exception>
    public PostgresAssessmentStore(string connectionString)
        : base(PostgresDialect.Instance)
    {
        settings = PostgresSettings.Parse(connectionString);
        source = PostgresSettings.Source(settings);
        listener = new PostgresListener(
            source,
            copy,
            (session, cancellationToken) => CopyPresence.ShowAsync(session, copy, held.Keys, cancellationToken),
            () => Wake(DateTimeOffset.MinValue),
            key => ChangedElsewhere(key),
            ForgetStates);
    }

    /// <summary>Why a connection string cannot be used, as a sentence about "it" that repeats nothing secret; null when it can.</summary>
    public static string? WhyUnusable(string connectionString)
    {
        try
        {
            PostgresSettings.Parse(connectionString, "it");
            return null;
        }
        catch (StoreException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>For tests, which ask the planner about each: gathers the statements used, once it is set.</summary>
    internal ConcurrentDictionary<string, bool>? Texts { get; set; }

    public override TimeSpan? DeafFor => listener.DeafFor;

    public override async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // A server that takes the connection and says nothing does not hold up whoever stops the bot.
        await new PostgresMigration(source, settings).RunAsync(cancellationToken).WaitAsync(cancellationToken);
        await listener.StartAsync(cancellationToken);
    }

    public override async Task<DueWork> ClaimDueAsync(DateTimeOffset now, int limit, DueFilter filter, CancellationToken cancellationToken)
    {
        if (lookedForDead == 0 || Stopwatch.GetElapsedTime(lookedForDead) > BetweenLooks)
        {
            if (await WithinAsync(session => CopyPresence.ShortenOfDeadAsync(session, copy, cancellationToken), cancellationToken))
                deadAreDue = now + DeliveryClaim.OfTheDead + Surely;
            lookedForDead = Stopwatch.GetTimestamp();
        }

        var work = await WithinAsync(session => ClaimTable.ClaimAsync(session, copy, now, limit, filter, cancellationToken), cancellationToken);
        foreach (var key in work.Claimed)
            held[key] = true;
        // What a dead copy had in hand is nobody's until then, and nothing else would wake whoever waits for it.
        return deadAreDue > now && !(work.Next <= deadAreDue) ? work with { Next = deadAreDue } : work;
    }

    public override Task<bool> KeepClaimAsync(ConversationKey key, CancellationToken cancellationToken) =>
        WithinAsync(session => ClaimTable.KeepAsync(session, copy, key, cancellationToken), cancellationToken);

    public override Task ReleaseAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        held.TryRemove(key, out _);
        return WithinAsync(session => ClaimTable.ReleaseAsync(session, copy, key, cancellationToken), cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await listener.DisposeAsync();
        await source.DisposeAsync();
    }

    private protected override Task KeepAsync(TurnInHand turn) => WithinAsync(
        async session =>
        {
            await turn.RunAsync(session);
            foreach (var news in CopyNews.Of(turn))
                await session.Sql(PostgresListener.Announce).With("@news", news.From(copy)).LaterAsync(turn.CancellationToken);
            return true;
        },
        turn.CancellationToken);

    private protected override async Task<Session> RentAsync(bool write, CancellationToken cancellationToken) =>
        new PostgresSession(await source.OpenConnectionAsync(cancellationToken));

    private protected override ValueTask ReturnAsync(Session session, bool write, bool broken)
    {
        if (Texts is { } used)
            foreach (var text in session.Texts)
                used[text] = true;
        return session.DisposeAsync();
    }

    private protected override Task AfterTurnAsync(bool forgotSomeone) => Task.CompletedTask;

    private Task<T> WithinAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) =>
        UseAsync(write: true, work, cancellationToken);
}
