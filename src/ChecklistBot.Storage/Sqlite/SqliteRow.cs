using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ChecklistBot.Storage.Relational;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>The row on which a statement stands.</summary>
internal sealed class SqliteRow(nint statement) : Row
{
    public override bool IsNull(int column) => SqliteCalls.TypeOf(statement, column) == raw.SQLITE_NULL;

    public override long GetInt64(int column) => SqliteCalls.Number(statement, column);

    public override string GetString(int column) => Encoding.UTF8.GetString(SqliteCalls.Text(statement, column));

    // Read where it lies: a state is some kilobytes, and as a string twice that.
    public override T? Json<T>(int column, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(SqliteCalls.Text(statement, column), type);
}
