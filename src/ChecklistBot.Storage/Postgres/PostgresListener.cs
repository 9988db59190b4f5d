using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>Hears what other copies announce, on a connection of its own that is opened again whenever it breaks, and by which the others see
/// that this copy lives.</summary>
/// <param name="source">Connects to the server.</param>
/// <param name="copy">The name of this copy.</param>
/// <param name="show">Shows on a connection that has just been opened that this copy lives.</param>
/// <param name="wake">Another copy has left something to deliver.</param>
/// <param name="changed">Another copy has changed what a followed conversation shows; null where it may have been any.</param>
/// <param name="lost">The connection broke.</param>
internal sealed class PostgresListener(
    NpgsqlDataSource source,
    string copy,
    Func<Session, CancellationToken, Task> show,
    Action wake,
    Action<ConversationKey?> changed,
    Action lost) : IAsyncDisposable
{
    private const string Channel = "checklistbot_pending";

    /// <summary>Said within a transaction, heard after its commit. The schema keeps several bots in one database apart.</summary>
    public const string Announce = $"SELECT pg_notify('{Channel}', current_schema() || ' ' || @news)";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>The library loses a cancellation that comes just as it begins to wait (github.com/npgsql/npgsql/issues/5975), so that no wait may
    /// be for ever: so long a stop is kept waiting then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>How often a connection on which nothing is heard is asked whether it still leads to the server. What a gateway drops in silence is known to
    /// be gone only then, and others hold this copy for dead meanwhile (see <see cref="DeliveryClaim.OfTheDead"/>).</summary>
    private static readonly TimeSpan BetweenAsking = TimeSpan.FromSeconds(5);

    /// <summary>How long the server may take to answer that, in seconds.</summary>
    private const int LongestAnswer = 3;

    /// <summary>How long a stop waits for the end of the listening.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "It may still be cancelling when the stop has waited long enough; it holds nothing.")]
    private readonly CancellationTokenSource stopping = new();
    private Task listening = Task.CompletedTask;

    /// <summary>When the connection broke; 0 while it listens.</summary>
    private long broke;
    private bool disposed;

    /// <summary>For how long nothing can have been heard by now; null while announcements are heard.</summary>
    public TimeSpan? DeafFor => Volatile.Read(ref broke) is var since and not 0 ? Stopwatch.GetElapsedTime(since) : null;

    /// <summary>Returns once announcements are heard.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        listening = ListenAsync(ready, stopping.Token);
        await ready.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows the store by two names disposes it twice.
        if (Interlocked.Exchange(ref disposed, true))
            return;
        // Where the server says nothing, calling off what is asked of it takes as long as connecting to it may. The connection ends with the process in any case.
        await Task.WhenAll(stopping.CancelAsync(), listening).WaitAsync(LongestEnd).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync(TaskCompletionSource ready, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await HearAsync(ready, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                lost();
                Interlocked.CompareExchange(ref broke, Stopwatch.GetTimestamp(), 0);
                // Where the server is away turns fail and say so; where it refuses this connection alone readiness does. What was missed is made up for after
                // the rest. Whatever it may be, a copy that listens no more must not be one that lives no more.
                await Task.Delay(Rest, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HearAsync(TaskCompletionSource ready, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var session = new PostgresSession(connection);
        try
        {
            await HearAsync(connection, session, ready, cancellationToken);
        }
        finally
        {
            // Never lent to a turn: it would go on listening, and show that this copy lives (see PostgresSettings for why nothing resets it).
            source.Clear();
        }
    }

    private async Task HearAsync(NpgsqlConnection connection, PostgresSession session, TaskCompletionSource ready, CancellationToken cancellationToken)
    {
        string own;
        await using (var listen = new NpgsqlCommand("SELECT current_schema()", connection))
            own = await listen.ExecuteScalarAsync(cancellationToken) + " ";
        connection.Notification += (_, notice) =>
        {
            // This copy has woken itself already, without the way round.
            if (!notice.Payload.StartsWith(own, StringComparison.Ordinal) || CopyNews.Read(notice.Payload[own.Length..], copy) is not { } news)
                return;
            if (news.IsPending)
                wake();
            if (news.Changed is { } key)
                changed(key);
        };
        await show(session, cancellationToken);
        await using var again = new NpgsqlCommand($"LISTEN {Channel}", connection) { CommandTimeout = LongestAnswer };
        await again.ExecuteNonQueryAsync(cancellationToken);

        Volatile.Write(ref broke, 0);

        // Whatever was announced while nobody listened.
        if (!ready.TrySetResult())
        {
            wake();
            changed(null);
        }

        var heard = Stopwatch.GetTimestamp();
        while (!cancellationToken.IsCancellationRequested)
        {
            var isHeard = await connection.WaitAsync(LongestWait, cancellationToken);
            if (!isHeard && Stopwatch.GetElapsedTime(heard) < BetweenAsking)
                continue;
            // To listen again to what is listened to changes nothing, and is a question like any other.
            if (!isHeard)
                await again.ExecuteNonQueryAsync(cancellationToken);
            heard = Stopwatch.GetTimestamp();
        }
    }
}
