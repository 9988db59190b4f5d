using System.Data.Common;
using ChecklistBot.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>What the connection string asks for, and what the store insists on.</summary>
internal sealed class SqliteSettings
{
    /// <summary>How long to wait for another program that holds the file, in seconds, unless the connection string says otherwise.</summary>
    private const int BusySeconds = 5;

    private readonly string connectionString;

    private SqliteSettings(SqliteConnectionStringBuilder builder)
    {
        Path = builder.DataSource;
        // 0 is the library's word for "as long as it takes", and SQLite's for "not at all".
        BusyTimeout = builder.DefaultTimeout == 0 ? TimeSpan.FromMilliseconds(int.MaxValue) : TimeSpan.FromSeconds(builder.DefaultTimeout);
        connectionString = builder.ConnectionString;
    }

    /// <summary>The full path of the database file.</summary>
    public string Path { get; }

    public TimeSpan BusyTimeout { get; }

    /// <exception cref="StoreException">The text cannot be used; the message says why.</exception>
    public static SqliteSettings Parse(string text)
    {
        _ = SqliteLibrary.MakeReady();
        var builder = Read(text);
        if (string.IsNullOrWhiteSpace(builder.DataSource)
            || builder.DataSource == ":memory:"
            || builder.Mode == SqliteOpenMode.Memory)
            throw new StoreException(
                "Storage:ConnectionString names no file, so nothing would be kept: write for example \"Data Source=checklistbot.db\".");
        if (builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new StoreException(
                $"Storage:ConnectionString names the file as an address (\"{builder.DataSource}\"): write its plain path.");
        if (builder.Mode == SqliteOpenMode.ReadOnly)
            throw new StoreException("Storage:ConnectionString opens the database for reading only: leave \"Mode=ReadOnly\" out.");

        builder.DataSource = FullPath(builder.DataSource);
        // The store keeps its own connections with their prepared statements, and one cache each so that readers do not wait.
        builder.Pooling = false;
        builder.Cache = SqliteCacheMode.Private;
        builder.ForeignKeys = true;
        builder.RecursiveTriggers = false;
        return new SqliteSettings(builder);
    }

    public SqliteConnection Connection(SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder(connectionString) { Mode = mode }.ConnectionString);

    private static SqliteConnectionStringBuilder Read(string text)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = text };
            var builder = new SqliteConnectionStringBuilder(text);
            if (!given.ContainsKey("Default Timeout") && !given.ContainsKey("Command Timeout"))
                builder.DefaultTimeout = BusySeconds;
            return builder;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw new StoreException(
                $"Storage:ConnectionString cannot be read ({ConnectionStringFault.Of(text, static () => new SqliteConnectionStringBuilder())}): write for example \"Data Source=checklistbot.db\".");
        }
    }

    private static string FullPath(string path)
    {
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new StoreException($"Storage:ConnectionString names \"{path}\", which is no path of a file.", exception);
        }
    }
}
