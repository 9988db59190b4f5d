using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>What SQLite can tell and its wrapper does not pass on.</summary>
internal static partial class SqliteNative
{
    /// <summary>SQLITE_FCNTL_HAS_MOVED (sqlite3.h).</summary>
    private const int AskHasMoved = 20;

    /// <summary>Whether the path that a connection was opened by names another file now, or none. False on Windows, where an open file keeps its name.</summary>
    public static bool HasMoved(sqlite3 connection) => FileControl(connection, 0, AskHasMoved, out var moved) == raw.SQLITE_OK && moved != 0;

    /// <param name="connection">An open one.</param>
    /// <param name="database">Zero is the main one.</param>
    /// <param name="operation">What is asked.</param>
    /// <param name="answer">Untouched where the file system layer does not know the question.</param>
    [SuppressMessage("Security", "CA5393:Do not use unsafe DllImportSearchPath value", Justification = "The library comes with the program and lies beside it.")]
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(sqlite3 connection, nint database, int operation, out int answer);
}
