using System.Globalization;
using ChecklistBot.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>Makes the file ready at start, or says in a sentence why it cannot be used.</summary>
internal sealed class SqliteMigration(SqliteSettings settings)
{
    private string Path => settings.Path;

    /// <exception cref="StoreException">The file cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path))
            throw new StoreException($"The database {Path} is a folder: name a file in Storage:ConnectionString.");
        if (System.IO.Path.GetDirectoryName(Path) is { } folder && !Directory.Exists(folder))
            throw new StoreException(
                $"The database {Path} cannot be made because its folder does not exist: create {folder} or change Storage:ConnectionString.");

        try
        {
            await using var connection = settings.Connection(SqliteOpenMode.ReadWriteCreate);
            await connection.OpenAsync(cancellationToken);
            await connection.PrepareAsync(settings, SqliteOpenMode.ReadWriteCreate, cancellationToken);
            await CheckOwnerAsync(connection, cancellationToken);
            await UseLogAsync(connection, cancellationToken);
            await UpgradeAsync(connection, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new StoreException(Sentence(exception), exception);
        }
        catch (InvalidOperationException exception)
        {
            // The library's answer to options that its SQLite was built without, such as a password.
            throw new StoreException($"The database {Path} cannot be opened as Storage:ConnectionString asks: {exception.Message} Leave it out of the connection string.", exception);
        }
    }

    private async Task UpgradeAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        // The lock first, then the version: two copies that start at once must not both take the same step.
        await connection.RunAsync("BEGIN IMMEDIATE", cancellationToken);
        var version = await VersionAsync(connection, cancellationToken);
        if (version < Schema.Version)
        {
            foreach (var statement in Schema.StatementsAfter(version, SqliteDialect.Instance))
                await connection.RunAsync(statement, cancellationToken);
            await connection.RunAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"PRAGMA user_version = {Schema.Version}; PRAGMA application_id = {SqlitePragmas.ApplicationId}"),
                cancellationToken);
        }

        await connection.RunAsync("COMMIT", cancellationToken);
    }

    private async Task CheckOwnerAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        // In this order: tables and mark are kept together, so a copy that makes them at this moment has left the mark once its tables are seen.
        var tables = await connection.NumberAsync("SELECT COUNT(*) FROM sqlite_schema", cancellationToken);
        var owner = await connection.NumberAsync("PRAGMA application_id", cancellationToken);
        if (owner != SqlitePragmas.ApplicationId && tables > 0)
            throw new StoreException($"The database {Path} belongs to another program: name another file in Storage:ConnectionString.");
        await VersionAsync(connection, cancellationToken);
    }

    private async Task<int> VersionAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var version = (int)await connection.NumberAsync("PRAGMA user_version", cancellationToken);
        return version <= Schema.Version
            ? version
            : throw new StoreException(
                $"The database {Path} was written by a newer ChecklistBot (its tables are at step {version}, this program knows {Schema.Version}): "
                + "run that version, or give this one the file as it was before the upgrade.");
    }

    private async Task UseLogAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.JournalModeAsync(cancellationToken) != "wal")
            throw new StoreException(
                $"The database {Path} lies on a file system that cannot keep a write-ahead log (a network drive?): move it to a local disk.");
    }

    internal string Sentence(SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"The file {Path} is not a database: move it away or name another file in Storage:ConnectionString.",
        raw.SQLITE_CORRUPT => $"The database {Path} is damaged: restore it from a copy, or move it away to begin anew.",
        raw.SQLITE_CANTOPEN => $"The database {Path} cannot be opened: the account that runs this program must be able to read and write "
            + "the file and its folder.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"The database {Path} must not be written: give the account that runs this program the right to write the file and its folder.",
        raw.SQLITE_FULL => $"The database {Path} cannot be upgraded because the disk is full: make room and start again.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"The database {Path} is held by another program: end that one and start again.",
        raw.SQLITE_IOERR => $"The database {Path} cannot be read or written because the disk reports an error: check the disk.",
        raw.SQLITE_ERROR when exception.Message.Contains("no such vfs", StringComparison.Ordinal) =>
            $"The database {Path} cannot be opened by a Vfs that SQLite does not have: leave Vfs out of Storage:ConnectionString.",
        _ => $"The database {Path} cannot be used: {exception.Message}",
    };
}
