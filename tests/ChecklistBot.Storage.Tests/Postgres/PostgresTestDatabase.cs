using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tests.Contract;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>A schema of its own on the tests' server.</summary>
internal sealed class PostgresTestDatabase : ITestDatabase
{
    private PostgresTestDatabase(string connectionString) => ConnectionString = connectionString;

    public static async Task<ITestDatabase> NewAsync(PostgresServer server)
    {
        var token = TestContext.Current.CancellationToken;
        var schema = $"test_{Guid.NewGuid():N}";
        var text = await server.ConnectionStringAsync(token);
        var database = new PostgresTestDatabase(text + $";Search Path={schema};Application Name={schema}");
        await database.RunAsync($"CREATE SCHEMA {schema}", token);
        return database;
    }

    public string ConnectionString { get; }

    public RelationalStore Open() => new PostgresAssessmentStore(ConnectionString) { Texts = [] };

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        (long)(await RunAsync($"SELECT COUNT(*) FROM {table}", cancellationToken))!;

    public Task ChangeAsync(string statement, CancellationToken cancellationToken) => RunAsync(statement, cancellationToken);

    public IReadOnlyCollection<string> TextsOf(RelationalStore store) => [.. ((PostgresAssessmentStore)store).Texts!.Keys];

    public Task AssertKeysAreUsedAsync(RelationalStore store, CancellationToken cancellationToken) =>
        QueryPlans.AssertKeysAreUsedAsync(ConnectionString, TextsOf(store), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "The test's own statements.")]
    public async Task<object?> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
