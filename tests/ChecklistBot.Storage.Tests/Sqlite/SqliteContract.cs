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

public sealed class SqliteForget : ForgetContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteDue : DueContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteSignal : SignalContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteIsolation : IsolationContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteConcurrency : ConcurrencyContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteMessageModel : MessageModelContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}

public sealed class SqliteClaims : ClaimContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => SqliteTestDatabase.NewAsync();
}
