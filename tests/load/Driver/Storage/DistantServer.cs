using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChecklistBot.Load.Storage;

/// <summary>A way to a server that takes as long as one to another machine: hands everything on in both directions, each piece a fixed time after it came.</summary>
internal sealed class DistantServer : IAsyncDisposable
{
    private readonly string server;
    private readonly int serverPort;
    private readonly TimeSpan oneWay;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Task accepting;

    /// <param name="server">Where the server is.</param>
    /// <param name="serverPort">Its port.</param>
    /// <param name="oneWay">How long each direction takes, in whole milliseconds, which are what timers keep.</param>
    public DistantServer(string server, int serverPort, TimeSpan oneWay)
    {
        (this.server, this.serverPort, this.oneWay) = (server, serverPort, oneWay);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Host => IPAddress.Loopback.ToString();

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        listener.Dispose();
        await accepting;
        ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(RelayAsync(await listener.AcceptTcpClientAsync(ended.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient { NoDelay = true })
        {
            near.NoDelay = true;
            await far.ConnectAsync(server, serverPort);
            // Whoever hangs up first ends both directions.
            await Task.WhenAny(CarryAsync(near, far), CarryAsync(far, near));
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to)
    {
        using var onTheWay = new BlockingCollection<(long Sent, ReadOnlyMemory<byte> Piece)>();
        // A thread of its own: timers of the pool are late by up to another millisecond.
        var arriving = Task.Factory.StartNew(() => Arrive(to, onTheWay), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, ended.Token) is > 0 and var length)
                onTheWay.Add((Stopwatch.GetTimestamp(), buffer.AsSpan(0, length).ToArray()));
        }
        catch (Exception hungUp) when (hungUp is IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
        }

        onTheWay.CompleteAdding();
        await arriving;
    }

    private void Arrive(TcpClient to, BlockingCollection<(long Sent, ReadOnlyMemory<byte> Piece)> onTheWay)
    {
        foreach (var (sent, piece) in onTheWay.GetConsumingEnumerable())
        {
            if (oneWay - Stopwatch.GetElapsedTime(sent) is var left && left > TimeSpan.Zero)
                Thread.Sleep((int)Math.Ceiling(left.TotalMilliseconds));
            try
            {
                to.GetStream().Write(piece.Span);
            }
            catch (Exception hungUp) when (hungUp is IOException or ObjectDisposedException or InvalidOperationException)
            {
            }
        }
    }
}
