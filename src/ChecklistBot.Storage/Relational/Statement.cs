using System.Data;
using System.Data.Common;

namespace ChecklistBot.Storage.Relational;

/// <summary>A command that is prepared once and used again and again on its connection. Parameters are given in the same order each time.</summary>
internal sealed class Statement(DbCommand command)
{
    private int next;

    /// <summary>Ready for another use.</summary>
    public Statement Again()
    {
        next = 0;
        return this;
    }

    public Statement With(string name, string? value) => With(name, DbType.String, value);

    public Statement With(string name, long? value) => With(name, DbType.Int64, value);

    public Statement With(string name, byte[] value) => With(name, DbType.Binary, value);

    public Statement With(string name, bool value) => With(name, DbType.Int64, value ? 1L : 0L);

    public Statement With(string name, DateTimeOffset? value) => With(name, DbType.Int64, value is { } at ? Moments.Write(at) : null);

    /// <summary>Returns how many rows were changed.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    /// <summary>Maps the first row; the default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(Func<DbDataReader, T> map, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? map(reader) : default;
    }

    /// <summary>Whether there is a row.</summary>
    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => FirstAsync(static _ => true, cancellationToken);

    /// <summary>The first column of the first row as a whole number; null when there is no row or no value.</summary>
    public Task<long?> NumberAsync(CancellationToken cancellationToken) => FirstAsync(static row => row.Number(0), cancellationToken);

    /// <summary>Maps every row.</summary>
    public async Task<List<T>> ListAsync<T>(Func<DbDataReader, T> map, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(map(reader));
        return rows;
    }

    private Statement With(string name, DbType type, object? value)
    {
        if (next == command.Parameters.Count)
        {
            var added = command.CreateParameter();
            added.ParameterName = name;
            added.DbType = type;
            command.Parameters.Add(added);
        }

        var parameter = command.Parameters[next++];
        if (parameter.ParameterName != name)
            throw new InvalidOperationException($"Parameter {name} came where {parameter.ParameterName} came before.");
        parameter.Value = value ?? DBNull.Value;
        return this;
    }
}
