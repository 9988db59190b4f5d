using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace ChecklistBot.Storage.Copying;

/// <summary>Copies everything that a SQLite file holds into an empty PostgreSQL database: all of it, compared row by row, or nothing.</summary>
public static class StoreCopy
{
    /// <summary>A large table is heard of each time so many rows have been sent.</summary>
    private const int RowsBetweenNews = 100_000;

    /// <summary>Returns after everything was written, read back, found equal and sent to be committed. The source stays as it is.</summary>
    /// <param name="source">An ADO.NET connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="target">An ADO.NET connection string of Npgsql.</param>
    /// <param name="listener">Hears how it goes on.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept then.</param>
    /// <exception cref="StoreException">Nothing was copied; the message says why and what to do.</exception>
    public static async Task<CopyOutcome> RunAsync(string source, string target, ICopyListener listener, CancellationToken cancellationToken)
    {
        await using var from = await SqliteSource.OpenAsync(source, cancellationToken);
        await using var to = await PostgresTarget.OpenAsync(target, from.Tables, cancellationToken);
        var tables = new List<(CopiedTable Table, TableSize Size)>();
        foreach (var table in from.Tables)
            tables.Add((table, new TableSize(table.Name, await from.CountAsync(table, cancellationToken))));
        listener.Begins(from.Path, to.Place, [.. tables.Select(one => one.Size)]);

        CopiedTable? underWay = null;
        var written = new List<TableDigest>();
        try
        {
            foreach (var (table, size) in tables)
            {
                underWay = table;
                written.Add(await WriteAsync(from, to, table, size, listener, cancellationToken));
            }

            await to.CheckReferencesAsync(cancellationToken);
            foreach (var ((table, size), digest) in tables.Zip(written))
            {
                underWay = table;
                await CompareAsync(to, table, digest, cancellationToken);
                listener.Compared(size);
            }

            underWay = null;
            return await to.CommitAsync(from.Tables, cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw to.Why(exception, underWay);
        }
    }

    /// <summary>The digest is of what was read from the file.</summary>
    private static async Task<TableDigest> WriteAsync(
        SqliteSource from,
        PostgresTarget to,
        CopiedTable table,
        TableSize size,
        ICopyListener listener,
        CancellationToken cancellationToken)
    {
        using var hash = new RowHash(table);
        await using var writer = await to.BeginWriteAsync(table, cancellationToken);
        await from.ReadAsync(
            table,
            async row =>
            {
                hash.Add(row);
                await writer.StartRowAsync(cancellationToken);
                for (var i = 0; i < table.Columns.Length; i++)
                    await WriteAsync(writer, row, i, table.Columns[i].Kind, cancellationToken);
                if (hash.Rows % RowsBetweenNews == 0 && hash.Rows < size.Rows)
                    listener.Copied(size, hash.Rows);
            },
            cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        listener.Copied(size, hash.Rows);
        return hash.Digest();
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, SqliteDataReader row, int column, StoredKind kind, CancellationToken cancellationToken)
    {
        if (await row.IsDBNullAsync(column, cancellationToken))
            await writer.WriteNullAsync(cancellationToken);
        else if (kind == StoredKind.Text)
            await writer.WriteAsync(row.GetString(column), NpgsqlDbType.Text, cancellationToken);
        else if (kind == StoredKind.Integer)
            await writer.WriteAsync(row.GetInt64(column), NpgsqlDbType.Bigint, cancellationToken);
        else
            await writer.WriteAsync(await row.GetFieldValueAsync<byte[]>(column, cancellationToken), NpgsqlDbType.Bytea, cancellationToken);
    }

    private static async Task CompareAsync(PostgresTarget to, CopiedTable table, TableDigest written, CancellationToken cancellationToken)
    {
        var read = await to.ReadAsync(table, cancellationToken);
        if (read.Rows != written.Rows)
            throw new StoreException(
                $"The copy is damaged: the table {table.Name} has {written.Rows} rows in the file and {read.Rows} in the database {to.Place}. "
                + "Look for triggers and rules on that table.");
        if (read != written)
            throw new StoreException(
                $"The copy is damaged: the rows of the table {table.Name} in the database {to.Place} are not those of the file. "
                + "Look for triggers and rules on that table.");
    }
}
