using System.Data.Common;

namespace ChecklistBot.Storage.Relational;

/// <summary>Columns that may be empty.</summary>
internal static class RowExtensions
{
    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    /// <summary>Every number is stored in 64 bits; the counted ones never need them.</summary>
    public static int Count(this DbDataReader row, int column) => checked((int)row.GetInt64(column));

    public static bool Flag(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    public static DateTimeOffset Moment(this DbDataReader row, int column) => Moments.Read(row.GetInt64(column));

    public static DateTimeOffset? MomentOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Moments.Read(row.GetInt64(column));
}
