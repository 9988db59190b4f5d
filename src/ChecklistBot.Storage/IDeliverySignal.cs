namespace ChecklistBot.Storage;

/// <summary>Tells delivery loops that something became pending, in this process or (where several copies share a store) in another one.</summary>
/// <remarks>A number rather than an event, so that any number of waiters can wait and none misses what happened while it was busy:
/// read <see cref="Raised"/>, deliver what is due, then wait for a number above the one that was read.</remarks>
public interface IDeliverySignal
{
    /// <summary>Grows each time a committed turn left a message pending.</summary>
    long Raised { get; }

    /// <summary>Completes as soon as <see cref="Raised"/> is above <paramref name="seen"/>, at once when it already is. Returns the new number.</summary>
    Task<long> WaitAsync(long seen, CancellationToken cancellationToken) => WaitAsync(seen, DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>The same for someone who looks again in any case at a moment: what only then is due, as far as is known, does not wake them. It counts in
    /// <see cref="Raised"/> all the same.</summary>
    /// <param name="seen">The number that was read before the last look.</param>
    /// <param name="before">Only what is due earlier.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<long> WaitAsync(long seen, DateTimeOffset before, CancellationToken cancellationToken);
}
