using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Tests.Health;

/// <summary>A store whose reading and writing can be taken away.</summary>
internal sealed class SwitchedStore(IAssessmentStore store) : IAssessmentStore
{
    public bool CanRead { get; set; } = true;

    public bool CanWrite { get; set; } = true;

    public Task MigrateAsync(CancellationToken cancellationToken) => store.MigrateAsync(cancellationToken);

    public Task<T> WriteAsync<T>(Func<IStoreTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        CanWrite ? store.WriteAsync(work, cancellationToken) : throw new StorageUnavailableException("taken away");

    public Task<T> ReadAsync<T>(Func<IStoreReader, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        CanRead ? store.ReadAsync(work, cancellationToken) : throw new StorageUnavailableException("taken away");

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
