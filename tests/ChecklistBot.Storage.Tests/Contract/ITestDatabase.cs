using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tests.Contract;

/// <summary>A database of one test, empty at first and gone afterwards.</summary>
public interface ITestDatabase : IAsyncDisposable
{
    /// <summary>Another copy of the bot on the same database; the test disposes it.</summary>
    RelationalStore Open();

    /// <summary>How many rows a table has.</summary>
    Task<long> CountAsync(string table, CancellationToken cancellationToken);

    /// <summary>Changes rows behind the store's back, as an older version would have left them.</summary>
    Task ChangeAsync(string statement, CancellationToken cancellationToken);

    /// <summary>Every statement that the store has used.</summary>
    IReadOnlyCollection<string> TextsOf(RelationalStore store);

    /// <summary>Fails when the planner reads a whole table for any statement that the store has used.</summary>
    Task AssertKeysAreUsedAsync(RelationalStore store, CancellationToken cancellationToken);
}
