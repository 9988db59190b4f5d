using System.Text.Json.Serialization.Metadata;

namespace ChecklistBot.Storage.Relational;

/// <summary>The row that a query stands on. Only valid while it is mapped.</summary>
internal abstract class Row
{
    public abstract bool IsNull(int column);

    public abstract long GetInt64(int column);

    public abstract string GetString(int column);

    /// <summary>What a column holds as JSON; null for JSON's own <c>null</c>.</summary>
    public abstract T? Json<T>(int column, JsonTypeInfo<T> type)
        where T : class;

    public string? Text(int column) => IsNull(column) ? null : GetString(column);

    public long? Number(int column) => IsNull(column) ? null : GetInt64(column);

    /// <summary>Every number is stored in 64 bits; the counted ones never need them.</summary>
    public int Count(int column) => checked((int)GetInt64(column));

    public bool Flag(int column) => GetInt64(column) != 0;

    public DateTimeOffset Moment(int column) => Moments.Read(GetInt64(column));

    public DateTimeOffset? MomentOrNull(int column) => IsNull(column) ? null : Moments.Read(GetInt64(column));
}
