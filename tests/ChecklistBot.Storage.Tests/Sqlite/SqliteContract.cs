using ChecklistBot.Storage.Tests.Contract;

namespace ChecklistBot.Storage.Tests.Sqlite;

public sealed class SqliteSmoke : SmokeContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => Task.FromResult<ITestDatabase>(new SqliteTestDatabase());
}
