using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>The row on which a reader stands.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : Row
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override long GetInt64(int column) => reader.GetInt64(column);

    public override string GetString(int column) => reader.GetString(column);

    public override T? Json<T>(int column, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(reader.GetString(column), type);
}
