using System.Data;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>A connection of the pool for one turn or read; its statements stay prepared on the server.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session(PostgresDialect.Instance)
{
    private readonly List<PostgresStatement> statements = [];
    private NpgsqlTransaction? transaction;

    // A turn sees what others have kept, and locks what it is about to change; a read sees one moment.
    public override async Task BeginAsync(bool write, CancellationToken cancellationToken) =>
        transaction = await connection.BeginTransactionAsync(
            write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead,
            cancellationToken);

    public override async Task CommitAsync()
    {
        // Whatever a commit comes to, there is nothing left to roll back.
        if (Interlocked.Exchange(ref transaction, null) is { } open)
            await open.CommitAsync(CancellationToken.None);
    }

    public override async Task RollbackAsync()
    {
        // A broken connection has rolled back by breaking.
        if (transaction is { } open && connection.State == ConnectionState.Open)
            await open.RollbackAsync(CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var statement in statements)
            await statement.DisposeAsync();
        await connection.DisposeAsync();
    }

    private protected override Statement NewStatement(string text)
    {
        var statement = new PostgresStatement(connection, text);
        statements.Add(statement);
        return statement;
    }
}
