using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Relational;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Contract;

/// <summary>What every engine must do; derived once an engine. After each test the planner is asked about each statement that it used.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected static readonly ConversationKey Room = new("web", "local", "main");
    protected static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, 123, TimeSpan.Zero);

    private ITestDatabase? database;
    private RelationalStore? store;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected RelationalStore Store => store ?? throw new InvalidOperationException("The test has not begun.");

    protected ITestDatabase Database => database ?? throw new InvalidOperationException("The test has not begun.");

    public async ValueTask InitializeAsync()
    {
        database = await NewDatabaseAsync();
        store = database.Open();
        await store.MigrateAsync(Token);
        await Save(Room);
        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Database.AssertKeysAreUsedAsync(Store, CancellationToken.None);
        }
        finally
        {
            if (store is not null)
                await store.DisposeAsync();
            await Database.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    protected abstract Task<ITestDatabase> NewDatabaseAsync();

    /// <summary>What all tests of a class begin with.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    protected Task<T> Write<T>(Func<IStoreTransaction, Task<T>> work) => Store.WriteAsync((turn, _) => work(turn), Token);

    protected Task Write(Func<IStoreTransaction, Task> work) => Write(async turn =>
    {
        await work(turn);
        return true;
    });

    protected Task<T> Read<T>(Func<IStoreReader, Task<T>> work) => Store.ReadAsync((reader, _) => work(reader), Token);

    /// <summary>An assessment that a first turn has started.</summary>
    private protected async Task<Run> Started(string title, ConversationKey? conversation = null, string? thread = null, int person = 1)
    {
        var run = new Run(conversation ?? Room, thread);
        await Write(turn => run.StartAsync(turn, title, Samples.At, Token, person));
        return run;
    }

    /// <summary>Makes a conversation known.</summary>
    protected Task Save(ConversationKey key) =>
        Write(turn => turn.SaveConversationAsync(new ConversationReference(key, ConversationKind.Channel), Now, Token));
}
