using System.Data.Common;

namespace ChecklistBot.Storage.Relational;

/// <summary>The few places where one SQL database differs from another.</summary>
internal abstract class Dialect
{
    /// <summary>A whole number of 64 bits.</summary>
    public abstract string Integer { get; }

    /// <summary>Raw bytes.</summary>
    public abstract string Bytes { get; }

    /// <summary>Ends a table of small rows, which are best kept in the order of their key.</summary>
    public abstract string SmallRows { get; }

    /// <summary>Ends a table of rows of a few kilobytes.</summary>
    public abstract string LargeRows { get; }

    /// <summary>Ends a query whose row the transaction is about to change; empty where writers are serial anyway.</summary>
    public abstract string ForUpdate { get; }

    /// <summary>Whether each question takes a journey to another process or machine.</summary>
    public abstract bool IsAway { get; }

    /// <summary>Whether an UPDATE writes the indexes over its columns anew even where every value stays as it is.</summary>
    public abstract bool RewritesIndexes { get; }

    /// <summary>A condition: <paramref name="text"/> holds <paramref name="part"/>, letter for letter.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>Whether a unique key refused a row.</summary>
    public abstract bool IsDuplicate(DbException exception);

    /// <summary>Whether the database gave up a transaction because others were in its way: deciding the turn again is safe.</summary>
    public abstract bool IsConflict(DbException exception);

    /// <summary>A sentence when the database cannot work now (full, gone, locked); null when the exception is a bug.</summary>
    public abstract string? WhyUnavailable(DbException exception);
}
