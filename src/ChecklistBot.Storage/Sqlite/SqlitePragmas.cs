using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>How each connection behaves.</summary>
internal static class SqlitePragmas
{
    /// <summary>Marks a file as ours: "CkBt" in ASCII.</summary>
    public const int ApplicationId = 0x436B4274;

    /// <summary>A log that grew in a busy hour is cut back to this many bytes.</summary>
    private const int LogLimit = 16 * 1024 * 1024;

    /// <summary>
    /// Written back into the file after so many pages: a page that many turns changed is written once. At SQLite's usual 1000 a busy bot
    /// spent a fifth of its writes on that. Never more than <see cref="LogLimit"/>.
    /// </summary>
    private const int LogPages = 4000;

    /// <summary>What the connection that writes keeps of the file, in KiB: the pages that turns go through again and again.</summary>
    private const int WriterCache = 2048;

    /// <summary>The same for each connection that reads. A commit empties it, so more would only be memory.</summary>
    private const int ReaderCache = 512;

    // FULL: a commit is on the disk before its turn is answered. secure_delete: a forgotten name is overwritten, not only unlinked.
    public static Task PrepareAsync(
        this SqliteConnection connection,
        SqliteSettings settings,
        SqliteOpenMode mode,
        CancellationToken cancellationToken) =>
        connection.RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                PRAGMA busy_timeout = {(int)settings.BusyTimeout.TotalMilliseconds};
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA journal_size_limit = {LogLimit};
                PRAGMA wal_autocheckpoint = {LogPages};
                PRAGMA cache_size = -{(mode == SqliteOpenMode.ReadOnly ? ReaderCache : WriterCache)};
                """),
            cancellationToken);

    public static Task<string?> JournalModeAsync(this SqliteConnection connection, CancellationToken cancellationToken) =>
        connection.TextAsync("PRAGMA journal_mode = WAL", cancellationToken);

    public static async Task<long> NumberAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken) =>
        long.Parse(await connection.TextAsync(sql, cancellationToken) ?? "0", CultureInfo.InvariantCulture);

    [SuppressMessage(
        "Security",
        "CA2100:Review SQL queries for security vulnerabilities",
        Justification = "Constants of this program and numbers; PRAGMA and CREATE TABLE take no parameters.")]
    public static async Task RunAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "As above.")]
    private static async Task<string?> TextAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
