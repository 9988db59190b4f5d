using System.Data;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A connection of the pool for one turn or read; its statements stay prepared on the server. What nobody waits for goes to the server together with
/// the next thing that somebody does: each journey there and back may take as long as all the work.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session(PostgresDialect.Instance)
{
    private readonly List<PostgresWaiting> waiting = [];
    private NpgsqlTransaction? transaction;
    private bool hasFailed;

    // A turn sees what others have kept, and locks what it is about to change; a read sees one moment.
    public override async Task BeginAsync(bool write, CancellationToken cancellationToken) =>
        transaction = await connection.BeginTransactionAsync(
            write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead,
            cancellationToken);

    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        // Apart from the commit, which must not happen where a write tells that somebody else was first.
        await SendAsync(cancellationToken);
        // Whatever a commit comes to, there is nothing left to roll back.
        if (Interlocked.Exchange(ref transaction, null) is { } open)
            await open.CommitAsync(CancellationToken.None);
    }

    public override async Task RollbackAsync()
    {
        waiting.Clear();
        // A broken connection has rolled back by breaking.
        if (transaction is not { } open || connection.State != ConnectionState.Open)
            return;
        await open.RollbackAsync(CancellationToken.None);
        // A statement that was called off while the server planned it counts as prepared in the library, as one without an answer: with no rows it would have
        // the answer of the next one taken for its own, with rows the connection would be given up.
        if (hasFailed)
            connection.UnprepareAll();
    }

    public override ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>To be sent with the next question or commit.</summary>
    public void Add(PostgresWaiting one) => waiting.Add(one);

    /// <summary>Sends what waits; returns when all of it has come to its end.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (waiting.Count > 0)
            await AskAsync<object?>(null, static (_, _) => Task.FromResult<object?>(null), cancellationToken);
    }

    /// <summary>Sends what waits, and then a question.</summary>
    /// <param name="question">Null for none.</param>
    /// <param name="read">Reads its answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> AskAsync<T>(
        NpgsqlBatchCommand? question, Func<NpgsqlDataReader, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        PostgresWaiting[] sent = [.. waiting];
        waiting.Clear();
        var isDone = false;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var one in sent)
            batch.BatchCommands.Add(one.Command);
        if (question is not null)
            batch.BatchCommands.Add(question);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var one in sent)
                if (one.IsAnswered)
                {
                    await one.ReadAsync(reader, cancellationToken);
                    await reader.NextResultAsync(cancellationToken);
                }

            if (Explain(sent) is { } stale)
                throw stale;
            var answer = await read(reader, cancellationToken);
            // To its end: what fails behind the rows that were wanted fails here.
            await reader.DisposeAsync();
            isDone = true;
            return answer;
        }
        catch (PostgresException failure) when (Explain(failure, sent) is { } stale)
        {
            throw stale;
        }
        finally
        {
            hasFailed |= !isDone;
        }
    }

    private protected override Statement NewStatement(string text) => new PostgresStatement(this, text);

    private static StaleAssessmentException? Explain(ReadOnlySpan<PostgresWaiting> done)
    {
        foreach (var one in done)
            if (one.Overtaken?.Explain(one.Command.RecordsAffected) is { } stale)
                return stale;
        return null;
    }

    /// <summary>What fails after a write that changed nothing is but its consequence.</summary>
    private static StaleAssessmentException? Explain(PostgresException failure, PostgresWaiting[] sent)
    {
        // The connection was ended, or something like it: what of all that was done nobody knows.
        if (failure.BatchCommand is not { } command)
            return null;
        var failed = Array.FindIndex(sent, one => one.Command == command);
        return Explain(failed < 0 ? sent : sent.AsSpan(0, failed))
            ?? (failed < 0 ? null : sent[failed].Overtaken?.Explain(failure, PostgresDialect.Instance));
    }
}
