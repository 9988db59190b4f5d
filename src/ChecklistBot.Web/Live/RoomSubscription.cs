using System.Threading.Channels;

namespace ChecklistBot.Web.Live;

/// <summary>One listener of a room. Any number of signals between two waits are one.</summary>
public sealed class RoomSubscription : IDisposable
{
    private readonly RoomHub hub;
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal RoomSubscription(RoomHub hub, string room)
    {
        this.hub = hub;
        Room = room;
    }

    public string Room { get; }

    /// <summary>Waits for the next signal; returns at once when one came since the last wait.</summary>
    /// <returns>False when the time ran out without a signal.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await signals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => hub.Remove(this);

    internal void Wake() => signals.Writer.TryWrite(true);
}
