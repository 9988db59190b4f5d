using ChecklistBot.Storage.Tests.Contract;

namespace ChecklistBot.Storage.Tests.Postgres;

// The contract on PostgreSQL: one line a part.
public sealed class PostgresEvents(PostgresServer server) : EventContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresSeen(PostgresServer server) : SeenContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresPeople(PostgresServer server) : PeopleContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresConversations(PostgresServer server) : ConversationContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresLists(PostgresServer server) : ListContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresSearches(PostgresServer server) : SearchContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresMessages(PostgresServer server) : MessageContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresDeliveries(PostgresServer server) : DeliveryContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresForget(PostgresServer server) : ForgetContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresDue(PostgresServer server) : DueContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresSignal(PostgresServer server) : SignalContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresIsolation(PostgresServer server) : IsolationContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresConcurrency(PostgresServer server) : ConcurrencyContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresMessageModel(PostgresServer server) : MessageModelContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}

public sealed class PostgresClaims(PostgresServer server) : ClaimContract
{
    protected override Task<ITestDatabase> NewDatabaseAsync() => PostgresTestDatabase.NewAsync(server);
}
