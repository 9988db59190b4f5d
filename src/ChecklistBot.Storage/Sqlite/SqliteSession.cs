using ChecklistBot.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>One connection to the file. Transactions are begun by statement: prepared like everything else, and nothing to track.</summary>
internal sealed class SqliteSession : Session
{
    private readonly SqliteConnection connection;
    private readonly SqliteSettings settings;
    private readonly SqliteOpenMode mode;
    private readonly List<SqliteStatement> statements = [];
    private readonly JsonBuffer json = new();

    public SqliteSession(SqliteSettings settings, SqliteOpenMode mode)
        : this(settings, mode, settings.Connection(mode))
    {
    }

    private SqliteSession(SqliteSettings settings, SqliteOpenMode mode, SqliteConnection connection)
        : base(SqliteDialect.Instance)
    {
        this.settings = settings;
        this.mode = mode;
        this.connection = connection;
    }

    /// <summary>For tests, which watch commits.</summary>
    internal sqlite3? Handle => connection.Handle;

    /// <summary>How often the file had been gone when this was opened.</summary>
    public int OpenedAfter { get; init; }

    /// <summary>Whether the path names another file than the one that is open, or none.</summary>
    public bool HasMoved => connection.Handle is { } handle && SqliteNative.HasMoved(handle);

    /// <summary>Whether a transaction is open: SQLite ends one by itself when the disk fails.</summary>
    public bool IsInTransaction => connection.Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0;

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);
        await connection.PrepareAsync(settings, mode, cancellationToken);
        // Without it a statement with a parameter behind LIMIT is planned anew at every use (sqlite.org/c3ref/c_dbconfig_defensive.html: QPSG).
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), connection.Handle);
    }

    // A writer takes the lock at once: a read that turns into a write later could be refused half-way.
    public override Task BeginAsync(bool write, CancellationToken cancellationToken) =>
        Sql(write ? "BEGIN IMMEDIATE" : "BEGIN").ExecuteAsync(cancellationToken);

    public override Task CommitAsync(CancellationToken cancellationToken) => Sql("COMMIT").ExecuteAsync(CancellationToken.None);

    public override Task RollbackAsync() =>
        IsInTransaction ? Sql("ROLLBACK").ExecuteAsync(CancellationToken.None) : Task.CompletedTask;

    public override async ValueTask DisposeAsync()
    {
        foreach (var statement in statements)
            statement.Dispose();
        json.Dispose();
        await connection.DisposeAsync();
    }

    private protected override Statement NewStatement(string text)
    {
        var statement = new SqliteStatement(
            connection.Handle ?? throw new InvalidOperationException("The connection is not open."), text, json);
        statements.Add(statement);
        return statement;
    }
}
