using Microsoft.Extensions.Hosting;

namespace ChecklistBot.Web.Requests;

/// <summary>Makes guessing slow. A wrong try keeps its place until its delay is over, whether or not the one who tried has gone, and there are few
/// places: so there are few guesses a second however many connections ask.</summary>
internal sealed class WrongTries(TimeProvider time, IHostApplicationLifetime lifetime) : IDisposable
{
    /// <summary>How many tries are looked at side by side.</summary>
    public const int Places = 4;

    /// <summary>How many may wait for a place.</summary>
    public const int MostWaiting = 64;
    private const int MostDoublings = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim places = new(Places);
    private long last;
    private int inARow;
    private int waiting;

    /// <summary>Waits for a place; false when too many wait already, or for too long.</summary>
    public async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return false;
        }

        try
        {
            return await places.WaitAsync(Patience, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Gives the place back after a right try.</summary>
    public void Right()
    {
        lock (gate)
        {
            inARow = 0;
        }

        places.Release();
    }

    /// <summary>Gives the place back after a wrong try and its delay.</summary>
    /// <returns>How many tries in a row were wrong.</returns>
    public async Task<int> WrongAsync()
    {
        TimeSpan delay;
        int count;
        lock (gate)
        {
            inARow = inARow == 0 || time.GetElapsedTime(last) > Forgotten ? 1 : inARow + 1;
            last = time.GetTimestamp();
            count = inARow;
            delay = Shortest * Math.Pow(2, Math.Min(count - 1, MostDoublings));
        }

        try
        {
            await Task.Delay(delay, time, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException)
        {
            // The process stops, and with it the guessing.
        }
        finally
        {
            places.Release();
        }

        return count;
    }

    public void Dispose() => places.Dispose();
}
