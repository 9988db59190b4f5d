namespace ChecklistBot.Storage;

/// <summary>Keeps assessments, messages to deliver, people and turns seen. Nothing of it knows the rules of the product.</summary>
public interface IAssessmentStore : IAsyncDisposable
{
    /// <summary>Creates or upgrades the tables; called once before anything else.</summary>
    /// <exception cref="StoreException">The store cannot be used; the message says what to do.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Runs a turn in one transaction and returns after its commit. An exception from <paramref name="work"/> rolls all of it back.</summary>
    /// <exception cref="Assessments.Channels.StorageUnavailableException">Nothing was kept.</exception>
    Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Reads a consistent view without waiting for writers.</summary>
    /// <exception cref="Assessments.Channels.StorageUnavailableException">The store cannot be read now.</exception>
    Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
