using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Contract;

namespace ChecklistBot.Storage.Tests.Sqlite;

/// <summary>A real file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    private readonly TempFolder folder = new();

    public string Path => folder.File("checklistbot.db");

    public RelationalStore Open() => new SqliteAssessmentStore($"Data Source={Path}");

    public Task AssertKeysAreUsedAsync(RelationalStore store, CancellationToken cancellationToken) =>
        QueryPlans.AssertKeysAreUsedAsync(Path, ((SqliteAssessmentStore)store).Texts, cancellationToken);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
