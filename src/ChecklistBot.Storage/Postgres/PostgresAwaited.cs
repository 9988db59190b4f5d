using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A question whose answer somebody will want to know.</summary>
/// <param name="command">With its parameters.</param>
/// <param name="read">Reads the answer.</param>
/// <param name="answer">Gets what was read.</param>
internal sealed class PostgresAwaited<T>(
    NpgsqlBatchCommand command, Func<NpgsqlDataReader, CancellationToken, Task<T?>> read, Deferred<T> answer) : PostgresWaiting(command, null)
{
    public override async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        answer.With(await read(reader, cancellationToken));
}
