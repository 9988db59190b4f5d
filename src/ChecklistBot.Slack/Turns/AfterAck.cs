using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// Work that follows an acknowledgement and must not delay it: answers to one person, modals. What the team must not lose is
/// never here but in the delivery loop. And turns that are carried through whatever becomes of the connection that brought them.
/// At a stop, what is under way gets a moment to finish.
/// </summary>
internal sealed class AfterAck(ILogger<AfterAck> logger) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<Task, byte> underWay = new();
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Cancelled when the process ends and its patience is over.</summary>
    public CancellationToken Stopping => stopping.Token;

    public void Run(Func<CancellationToken, Task> work) => Note(RunAsync(work));

    /// <summary>Work that somebody waits for, who may go meanwhile: it is carried through all the same.</summary>
    public Task<T> CarryThroughAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        var running = work(stopping.Token);
        // How it ends is for whoever waits.
        Note(running.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default));
        return running;
    }

    /// <summary>Completes when nothing is under way.</summary>
    public Task IdleAsync() => Task.WhenAll(underWay.Keys);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAny(IdleAsync(), Task.Delay(TimeSpan.FromSeconds(5), cancellationToken));
        // A commit to a server that says nothing cannot be called off, or the calling off itself waits for that server: neither may hold up the stop.
        await stopping.CancelAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await IdleAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private void Note(Task running)
    {
        underWay.TryAdd(running, 0);
        _ = running.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task RunAsync(Func<CancellationToken, Task> work)
    {
        await Task.Yield();
        try
        {
            await work(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.Unfinished(logger);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // The edge: nobody waits for this work, so a bug in it would vanish.
            Log.AfterAckFailed(logger, bug);
        }
    }
}
