using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>How SQLite's library works in this process.</summary>
internal static class SqliteLibrary
{
    /// <summary>Whether the library is as this program wants it; false where somebody else had used it before.</summary>
    private static readonly bool IsReady = Configure();

    /// <summary>Called before the first connection. What is set here only saves time, so nothing depends on its outcome.</summary>
    public static bool MakeReady() => IsReady;

    private static bool Configure()
    {
        Batteries_V2.Init();

        // Each connection is rented to one thread at a time, so that none need be locked for each call (sqlite.org/threadsafe.html: multi-thread).
        var threads = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);

        // Nobody asks SQLite how much memory it uses; counting it takes a lock for each piece.
        var memory = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        return (threads, memory) == (raw.SQLITE_OK, raw.SQLITE_OK);
    }
}
