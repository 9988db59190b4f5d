using System.Data;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A statement of a session, which the library prepares on the server.</summary>
/// <param name="session">Sends it.</param>
/// <param name="text">A constant of the table classes or joined from such constants.</param>
internal sealed class PostgresStatement(PostgresSession session, string text) : Statement
{
    private readonly List<string> names = [];
    private readonly List<NpgsqlParameter> values = [];

    public override Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var command = Command();
        return session.AskAsync(
            command,
            async (reader, giveUp) =>
            {
                while (await reader.NextResultAsync(giveUp))
                {
                    // What it may answer is nobody's wish here.
                }

                return command.RecordsAffected;
            },
            cancellationToken);
    }

    public override Task LaterAsync(Overtaken? overtaken, CancellationToken cancellationToken)
    {
        session.Add(new PostgresWaiting(Command(), overtaken));
        return Task.CompletedTask;
    }

    public override Task<Deferred<T>> FirstLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken) =>
        Task.FromResult(Later<T>((reader, giveUp) => FirstAsync(reader, map, giveUp)));

    public override Task<Deferred<List<T>>> ListLaterAsync<T>(Func<Row, T> map, CancellationToken cancellationToken) =>
        Task.FromResult(Later<List<T>>(async (reader, giveUp) => await ListAsync(reader, map, static _ => false, giveUp)));

    public override Task<T?> FirstAsync<T>(Func<Row, T> map, CancellationToken cancellationToken)
        where T : default =>
        session.AskAsync(Command(), (reader, giveUp) => FirstAsync(reader, map, giveUp), cancellationToken);

    public override Task<List<T>> ListAsync<T>(Func<Row, T> map, Func<T, bool> isLast, CancellationToken cancellationToken) =>
        session.AskAsync(Command(), (reader, giveUp) => ListAsync(reader, map, isLast, giveUp), cancellationToken);

    private protected override void Add(string name) => names.Add(name);

    private protected override void Bind(int place, string? value) => Bind(place, DbType.String, value);

    private protected override void Bind(int place, long? value) => Bind(place, DbType.Int64, value);

    private protected override void Bind(int place, byte[] value) => Bind(place, DbType.Binary, value);

    private protected override void Bind(int place, AssessmentId? value) => Bind(place, value?.ToString());

    private protected override void BindTenant(int place, ConversationKey key) => Bind(place, key.TenantOf());

    private protected override void BindJson<T>(int place, T value, JsonTypeInfo<T> type) => Bind(place, JsonSerializer.Serialize(value, type));

    // Each use has values of its own: one that waits to be sent keeps them.
    private void Bind(int place, DbType type, object? value)
    {
        if (place == 0)
            values.Clear();
        values.Add(new NpgsqlParameter { DbType = type, Value = value ?? DBNull.Value });
    }

    private static async Task<T?> FirstAsync<T>(NpgsqlDataReader reader, Func<Row, T> map, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken) ? map(new PostgresRow(reader)) : default;

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<Row, T> map, Func<T, bool> isLast, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        var row = new PostgresRow(reader);
        while ((rows.Count == 0 || !isLast(rows[^1])) && await reader.ReadAsync(cancellationToken))
            rows.Add(map(row));
        return rows;
    }

    private Deferred<T> Later<T>(Func<NpgsqlDataReader, CancellationToken, Task<T?>> read)
    {
        var answer = new Deferred<T>(session.SendAsync);
        session.Add(new PostgresAwaited<T>(Command(), read, answer));
        return answer;
    }

    private NpgsqlBatchCommand Command()
    {
        var command = new NpgsqlBatchCommand(PositionalText.Of(text, names));
        foreach (var value in values)
            command.Parameters.Add(value);
        values.Clear();
        return command;
    }
}
