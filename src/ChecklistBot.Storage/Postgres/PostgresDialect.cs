using System.Data.Common;
using ChecklistBot.Storage.Relational;
using Npgsql;

namespace ChecklistBot.Storage.Postgres;

/// <summary>PostgreSQL 15 or newer.</summary>
internal sealed class PostgresDialect : Dialect
{
    public static readonly PostgresDialect Instance = new();

    /// <summary>This copy said nothing for too long within a transaction.</summary>
    private const string IdleInTransaction = "25P03";

    /// <summary>Where the operator limits a whole transaction (PostgreSQL 17).</summary>
    private const string TransactionTimeout = "25P04";

    private PostgresDialect()
    {
    }

    public override string Integer => "BIGINT";

    public override string Bytes => "BYTEA";

    public override string SmallRows => "";

    // Room in each page for the next version of a row, which then needs no new entries in indexes whose columns stay.
    public override string LargeRows => " WITH (fillfactor = 70)";

    public override string ForUpdate => " FOR UPDATE";

    public override bool IsAway => true;

    public override bool RewritesIndexes => false;

    public override string Contains(string text, string part) => $"strpos({text}, {part}) > 0";

    public override bool IsDuplicate(DbException exception) => exception.SqlState == PostgresErrorCodes.UniqueViolation;

    public override bool IsConflict(DbException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    public override string? WhyUnavailable(DbException exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk of the database server is full.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => "The database server only lets itself be read.",
        // The server waits for nobody for ever, also not for this copy where it was held up in the middle of a turn (PostgresSettings).
        PostgresException
        {
            SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or IdleInTransaction or TransactionTimeout
        } => "The database server did not answer in time.",
        PostgresException { SqlState: [_, _, ..] state } => state[..2] switch
        {
            // Connection lost, too little of something, told to stop, the system below it failed, somebody else's right to log in.
            "08" or "53" or "57" or "58" or "28" => "The database server does not take anything now.",
            _ => null,
        },
        // Without a state it did not come from the server: the connection failed.
        NpgsqlException => "The database server does not answer.",
        _ => null,
    };
}
