using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Storage.Tests.Sqlite;

/// <summary>What SQLite means to do for a statement.</summary>
internal static class QueryPlans
{
    /// <summary>Read in order and up to a limit, and only what waits stands in it.</summary>
    private static readonly string[] Bounded = ["SCAN messages USING COVERING INDEX messages_due"];

    private static readonly string[] WithoutPlan = ["BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE"];

    public static async Task AssertKeysAreUsedAsync(string path, IEnumerable<string> statements, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        var used = statements.Distinct().Where(HasPlan).ToList();
        Assert.NotEmpty(used);
        foreach (var statement in used)
            foreach (var step in await ReadAsync(connection, statement, cancellationToken))
                Assert.False(ReadsWholeTable(step), $"{step}\n{statement}");
    }

    private static bool ReadsWholeTable(string step) =>
        step.StartsWith("SCAN", StringComparison.Ordinal) && !Bounded.Contains(step);

    private static bool HasPlan(string statement) => !WithoutPlan.Any(word => statement.StartsWith(word, StringComparison.Ordinal));

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The product's own statements.")]
    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameters.In(statement))
            command.Parameters.AddWithValue(name, DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
