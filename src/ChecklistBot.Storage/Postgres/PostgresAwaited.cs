using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A question whose first row somebody will want to know.</summary>
/// <param name="command">With its parameters.</param>
/// <param name="map">Reads the row.</param>
/// <param name="answer">Gets what was read.</param>
internal sealed class PostgresAwaited<T>(NpgsqlBatchCommand command, Func<Row, T> map, Deferred<T> answer) : PostgresWaiting(command, null)
{
    public override async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        answer.With(await reader.ReadAsync(cancellationToken) ? map(new PostgresRow(reader)) : default);
}
