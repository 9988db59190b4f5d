using System.Data.Common;
using ChecklistBot.Storage.Relational;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ChecklistBot.Storage.Sqlite;

/// <summary>SQLite 3.39 or newer.</summary>
internal sealed class SqliteDialect : Dialect
{
    public static readonly SqliteDialect Instance = new();

    private SqliteDialect()
    {
    }

    public override string Integer => "INTEGER";

    public override string Bytes => "BLOB";

    public override string SmallRows => " STRICT, WITHOUT ROWID";

    public override string LargeRows => " STRICT";

    public override string ForUpdate => "";

    public override bool IsAway => false;

    public override bool RewritesIndexes => true;

    // Not LIKE: its wildcards would have to be escaped, and it knows the cases of ASCII letters only.
    public override string Contains(string text, string part) => $"instr({text}, {part}) > 0";

    public override bool IsDuplicate(DbException exception) => exception is SqliteException
    {
        SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE
    };

    public override bool IsConflict(DbException exception) => false;

    public override string? WhyUnavailable(DbException exception) => exception is not SqliteException sqlite ? null
        : sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => "The disk that holds the database is full.",
            raw.SQLITE_IOERR => "The disk that holds the database reports an error.",
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another program holds the database.",
            raw.SQLITE_CANTOPEN => "The database file cannot be opened.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "The database file must not be written.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The database file is damaged.",
            raw.SQLITE_NOMEM => "There is too little memory for the database.",
            raw.SQLITE_PROTOCOL or raw.SQLITE_INTERRUPT => "The database did not answer in time.",
            _ => null,
        };
}
