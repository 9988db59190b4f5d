using System.Threading.Channels;

namespace ChecklistBot.Load.Platforms;

/// <summary>A conversation as the platform sees it: what the bot has sent there, in order.</summary>
internal sealed class Chat(string id)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Channel<Outbound> sent = Channel.CreateUnbounded<Outbound>();

    public void Take(Outbound outbound) => sent.Writer.TryWrite(outbound);

    /// <summary>Reads on until the bot has sent something like that.</summary>
    public async Task<Outbound> SeesAsync(string what, Func<Outbound, bool> isIt, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (true)
            {
                var next = await sent.Reader.ReadAsync(limit.Token);
                if (isIt(next))
                    return next;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new LoadFailedException($"Chat {id} did not get {what} within {Patience.TotalSeconds} s.");
        }
    }
}
