using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Sqlite;
using ChecklistBot.Storage.Tests.Contract;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Tests.Sqlite;

/// <summary>A real file in a folder of its own.</summary>
internal sealed class SqliteTestDatabase : ITestDatabase
{
    private readonly TempFolder folder = new();

    public static Task<ITestDatabase> NewAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());

    public string Path => folder.File("checklistbot.db");

    public RelationalStore Open() => new SqliteAssessmentStore($"Data Source={Path}");

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return await connection.NumberAsync($"SELECT COUNT(*) FROM {table}", cancellationToken);
    }

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The test's own statements.")]
    public async Task ChangeAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public IReadOnlyCollection<string> TextsOf(RelationalStore store) => [.. ((SqliteAssessmentStore)store).Connections.Texts.Distinct()];

    public Task AssertKeysAreUsedAsync(RelationalStore store, CancellationToken cancellationToken) =>
        QueryPlans.AssertKeysAreUsedAsync(Path, TextsOf(store), cancellationToken);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
