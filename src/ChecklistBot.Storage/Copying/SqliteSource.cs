using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChecklistBot.Storage.Copying;

/// <summary>A SQLite file that nobody else uses meanwhile, and that stays byte for byte as it is.</summary>
/// <remarks>Every program that has the file open in its write-ahead mode holds a shared lock on it, also while idle. So the exclusive lock taken
/// here is refused while a bot runs on the file, and refuses each one that would start.</remarks>
internal sealed class SqliteSource : IAsyncDisposable
{
    private const string Alone = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE";

    private const string TableNames = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";

    private readonly SqliteSettings settings;
    private readonly SqliteConnection connection;

    private SqliteSource(SqliteSettings settings, SqliteConnection connection)
    {
        this.settings = settings;
        this.connection = connection;
    }

    public string Path => settings.Path;

    /// <summary>Each behind those that it refers to.</summary>
    public ImmutableArray<CopiedTable> Tables { get; private set; }

    /// <exception cref="StoreException">The file cannot be copied; the message says why.</exception>
    public static async Task<SqliteSource> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var settings = SqliteSettings.Parse(connectionString);
        if (!File.Exists(settings.Path))
            throw new StoreException(
                Directory.Exists(settings.Path)
                    ? $"{settings.Path} is a folder: name the SQLite file that the bot has used."
                    : $"There is no database {settings.Path}: name the SQLite file that the bot has used.");

        var source = new SqliteSource(settings, settings.Connection(SqliteOpenMode.ReadWrite));
        try
        {
            await source.PrepareAsync(cancellationToken);
            return source;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    public Task<long> CountAsync(CopiedTable table, CancellationToken cancellationToken) =>
        connection.NumberAsync($"SELECT COUNT(*) FROM {table.Name}", cancellationToken);

    /// <summary>All rows in the order of the key, one at a time.</summary>
    public async Task ReadAsync(CopiedTable table, Func<SqliteDataReader, Task> row, CancellationToken cancellationToken)
    {
        try
        {
            var order = string.Join(", ", table.Key.Select(column => column.Name));
            await EachAsync($"SELECT {table.ColumnNames} FROM {table.Name} ORDER BY {order}", row, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw Unusable(exception);
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            // What a killed bot left in its log is read from there. Written back and cut it would be at the next start, as always.
            var isLogLeft = new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 };
            await connection.OpenAsync(cancellationToken);
            if (isLogLeft)
                raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
            await connection.RunAsync(Alone, cancellationToken);
            await CheckAsync(cancellationToken);
            Tables = CopiedTable.InOrder(await TablesAsync(cancellationToken));
        }
        catch (SqliteException exception)
        {
            throw Unusable(exception);
        }
    }

    private StoreException Unusable(SqliteException exception) => new(
        exception.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
                $"The database {Path} is in use: stop the bot that runs on it, so that nothing is written while it is copied.",
            raw.SQLITE_NOTADB => NotOurs,
            _ => new SqliteMigration(settings).Sentence(exception),
        },
        exception);

    private string NotOurs => $"{Path} is no database of ChecklistBot: name the SQLite file that the bot has used.";

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await connection.NumberAsync("PRAGMA application_id", cancellationToken) != SqlitePragmas.ApplicationId)
            throw new StoreException(NotOurs);
        var version = await connection.NumberAsync("PRAGMA user_version", cancellationToken);
        if (version > Schema.Version)
            throw new StoreException(
                $"The database {Path} was written by a newer ChecklistBot (its tables are at step {version}, this program knows {Schema.Version}): "
                + "copy it with that version.");
        if (version < Schema.Version)
            throw new StoreException(
                $"The database {Path} was written by an older ChecklistBot (its tables are at step {version}, this program needs {Schema.Version}): "
                + "start this program on it once, which upgrades it, stop it and copy again.");
    }

    private async Task<List<CopiedTable>> TablesAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await EachAsync(TableNames, row => Take(names, Known(row.GetString(0))), cancellationToken);
        var tables = new List<CopiedTable>();
        foreach (var name in names)
        {
            var columns = new List<CopiedColumn>();
            await EachAsync(
                $"SELECT name, type, pk FROM pragma_table_info('{name}') ORDER BY cid",
                row => Take(columns, new CopiedColumn(Known(row.GetString(0)), KindOf(row.GetString(1)), row.GetInt32(2))),
                cancellationToken);
            var references = new List<string>();
            await EachAsync(
                $"SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('{name}')",
                row => Take(references, row.GetString(0)),
                cancellationToken);
            tables.Add(new CopiedTable(name, [.. columns], [.. references]));
        }

        return tables;
    }

    /// <summary>Names become parts of statements.</summary>
    private string Known(string name) => name.All(letter => char.IsAsciiLetterLower(letter) || letter == '_')
        ? name
        : throw new StoreException($"The database {Path} holds \"{name}\", which is not of ChecklistBot: remove it and copy again.");

    private StoredKind KindOf(string type) => type switch
    {
        "TEXT" => StoredKind.Text,
        "INTEGER" => StoredKind.Integer,
        "BLOB" => StoredKind.Bytes,
        _ => throw new StoreException($"The database {Path} has a column of the type \"{type}\", which ChecklistBot does not use."),
    };

    private static Task Take<T>(List<T> list, T one)
    {
        list.Add(one);
        return Task.CompletedTask;
    }

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Constants, and names of the schema that were looked at.")]
    private async Task EachAsync(string sql, Func<SqliteDataReader, Task> row, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            await row(reader);
    }
}
