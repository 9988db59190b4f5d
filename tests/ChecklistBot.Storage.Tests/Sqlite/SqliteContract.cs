using ChecklistBot.Storage.Tests.Contract;

namespace ChecklistBot.Storage.Tests.Sqlite;

// The contract on SQLite: one line a part.
public sealed class SqliteEvents : EventContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteSeen : SeenContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqlitePeople : PeopleContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteConversations : ConversationContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteLists : ListContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteSearches : SearchContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteMessages : MessageContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteDeliveries : DeliveryContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}
