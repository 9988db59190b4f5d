using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ChecklistBot.Health;

/// <summary>Whether the store answers, and takes a turn: one that is only readable, whose writer hangs, or whose disk is full keeps nothing.</summary>
internal sealed class StorageHealth(IAssessmentStore store, TimeProvider time) : IHealthCheck
{
    /// <summary>A page is written so often at most, however often somebody asks.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    /// <summary>A connection that breaks is opened again within seconds.</summary>
    private static readonly TimeSpan DeafTooLong = TimeSpan.FromSeconds(30);

    private static readonly ConversationKey Nobody = new("health", "self", "storage");

    private readonly SharedWork<DateTimeOffset?> reading = new(() => store.ReadAsync((reader, cancel) => reader.NextDueAsync(cancel), CancellationToken.None));
    private readonly SharedWork<bool> turn = new(() => store.WriteAsync((_, _) => Task.FromResult(true), CancellationToken.None));
    private readonly Lock gate = new();
    private long wrote;
    private Task? writing;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // A disk or a server that hangs holds up whoever asks it: neither may hold up the answer.
            await reading.JoinAsync(cancellationToken);
            await turn.JoinAsync(cancellationToken);
            await WrittenAsync().WaitAsync(cancellationToken);
            return store.DeafFor > DeafTooLong
                ? HealthCheckResult.Degraded(
                    "The database server keeps what people do, but refuses the connection on which this copy hears the others: their messages may wait up to 10 s. "
                    + "Check how many connections it allows; its own log says why.")
                : HealthCheckResult.Healthy();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("The storage has not answered in the time of a probe: the disk or the database server is slow, silent or held by another program.");
        }
        catch (StorageUnavailableException fault)
        {
            return HealthCheckResult.Unhealthy(
                fault.Remedy is { } remedy ? $"{fault.Message} {remedy}" : "The storage cannot be read or written; the log says why.");
        }
    }

    /// <summary>The newest attempt to have something kept: an empty turn touches no disk.</summary>
    private Task WrittenAsync()
    {
        lock (gate)
        {
            if (writing is null || (writing.IsCompleted && time.GetElapsedTime(wrote) >= Between))
            {
                wrote = time.GetTimestamp();
                writing = Task.Run(WriteAsync);
            }

            return writing;
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            // A key that has expired at once: written over the next time, and removed with the others.
            await store.WriteAsync(
                async (transaction, cancel) =>
                {
                    var now = time.GetUtcNow();
                    await transaction.ClaimSeenAsync(Nobody, "readiness", "", now, now, cancel);
                    return true;
                },
                CancellationToken.None);
        }
        catch (StaleAssessmentException)
        {
            // Another copy whose clock is ahead has just done the same: the store takes turns.
        }
    }
}
