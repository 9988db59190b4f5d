namespace ChecklistBot.Storage.Relational;

/// <summary>An answer that comes with the next one at the latest: where the database is a network away, two questions make one journey.</summary>
/// <param name="send">Sends everything that waits.</param>
internal sealed class Deferred<T>(Func<CancellationToken, Task> send)
{
    private T? value;
    private bool isThere;

    public async ValueTask<T?> GetAsync(CancellationToken cancellationToken)
    {
        if (!isThere)
            await send(cancellationToken);
        return isThere ? value : throw new InvalidOperationException("What failed before this question took its answer with it.");
    }

    public Deferred<T> With(T? answer)
    {
        (value, isThere) = (answer, true);
        return this;
    }
}
