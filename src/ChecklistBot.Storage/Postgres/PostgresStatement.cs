using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tables;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A command of Npgsql, which prepares it on the server.</summary>
internal sealed class PostgresStatement : Statement, IAsyncDisposable
{
    private readonly NpgsqlCommand command;

    /// <param name="connection">Of the session.</param>
    /// <param name="text">A constant of the table classes or joined from such constants.</param>
    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Values are always parameters.")]
    public PostgresStatement(NpgsqlConnection connection, string text) => command = new NpgsqlCommand(text, connection);

    public override Task<int> ExecuteAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    public override async Task<T?> FirstAsync<T>(Func<Row, T> map, CancellationToken cancellationToken)
        where T : default
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? map(new PostgresRow(reader)) : default;
    }

    public override async Task<List<T>> ListAsync<T>(Func<Row, T> map, Func<T, bool> isLast, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var row = new PostgresRow(reader);
        while ((rows.Count == 0 || !isLast(rows[^1])) && await reader.ReadAsync(cancellationToken))
            rows.Add(map(row));
        return rows;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    private protected override void Add(string name) => command.Parameters.Add(new NpgsqlParameter { ParameterName = name });

    private protected override void Bind(int place, string? value) => Bind(place, DbType.String, value);

    private protected override void Bind(int place, long? value) => Bind(place, DbType.Int64, value);

    private protected override void Bind(int place, byte[] value) => Bind(place, DbType.Binary, value);

    private protected override void Bind(int place, AssessmentId? value) => Bind(place, value?.ToString());

    private protected override void BindTenant(int place, ConversationKey key) => Bind(place, key.TenantOf());

    private protected override void BindJson<T>(int place, T value, JsonTypeInfo<T> type) => Bind(place, JsonSerializer.Serialize(value, type));

    private void Bind(int place, DbType type, object? value)
    {
        var parameter = command.Parameters[place];
        if (parameter.DbType != type)
            parameter.DbType = type;
        parameter.Value = value ?? DBNull.Value;
    }
}
