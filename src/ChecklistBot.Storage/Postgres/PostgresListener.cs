using ChecklistBot.Storage.Tables;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>Hears what other copies announce, on a connection of its own that is opened again whenever it breaks, and by which the others see
/// that this copy lives.</summary>
internal sealed class PostgresListener(NpgsqlDataSource source, string copy, Action wake, Action lost) : IAsyncDisposable
{
    private const string Channel = "checklistbot_pending";

    /// <summary>Said within a transaction, heard after its commit. The schema keeps several bots in one database apart.</summary>
    public const string Announce = $"SELECT pg_notify('{Channel}', current_schema() || ' ' || @copy)";

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    /// <summary>The library loses a cancellation that comes just as it begins to wait (github.com/npgsql/npgsql/issues/5975), so that no wait may
    /// be for ever: so long a stop is kept waiting then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private Task listening = Task.CompletedTask;
    private bool disposed;

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
        await stopping.CancelAsync();
        await listening;
        stopping.Dispose();
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
            catch (NpgsqlException)
            {
                lost();
                // The server is away: turns fail and say so, and here is nothing to tell. What was missed is made up for after the rest.
                await Task.Delay(Rest, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task HearAsync(TaskCompletionSource ready, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var session = new PostgresSession(connection);
        string own;
        await using (var listen = new NpgsqlCommand("SELECT current_schema()", connection))
            own = await listen.ExecuteScalarAsync(cancellationToken) + " ";
        connection.Notification += (_, heard) =>
        {
            // This copy has woken itself already, without the way round.
            if (heard.Payload.StartsWith(own, StringComparison.Ordinal) && heard.Payload[own.Length..] != copy)
                wake();
        };
        await CopyPresence.ShowAsync(session, copy, cancellationToken);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);

        // Whatever was announced while nobody listened.
        if (!ready.TrySetResult())
            wake();
        while (!cancellationToken.IsCancellationRequested)
            await connection.WaitAsync(LongestWait, cancellationToken);
    }
}
