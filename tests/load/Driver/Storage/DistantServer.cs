using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ChecklistBot.Load.Storage;

/// <summary>A way to a server that takes as long as one to another machine: hands everything on in both directions, each piece a fixed time after it came.</summary>
internal sealed class DistantServer : IAsyncDisposable
{
    private readonly EndPoint server;
    private readonly TimeSpan oneWay;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ended = new();
    private readonly Task accepting;

    /// <param name="server">Where the server is.</param>
    /// <param name="oneWay">How long each direction takes, in whole milliseconds, which are what timers keep.</param>
    public DistantServer(EndPoint server, TimeSpan oneWay)
    {
        (this.server, this.oneWay) = (server, oneWay);
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
                connections.Add(RelayAsync(await listener.AcceptSocketAsync(ended.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(Socket accepted)
    {
        using var connected = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        await connected.ConnectAsync(server);
        foreach (var tcp in new[] { accepted, connected }.Where(socket => socket.AddressFamily != AddressFamily.Unix))
            tcp.NoDelay = true;
        await using var near = new NetworkStream(accepted, ownsSocket: true);
        await using var far = new NetworkStream(connected);
        // Whoever hangs up first ends both directions.
        await Task.WhenAny(CarryAsync(near, far), CarryAsync(far, near));
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        using var onTheWay = new BlockingCollection<(long Sent, ReadOnlyMemory<byte> Piece)>();
        // A thread of its own: timers of the pool are late by up to another millisecond.
        var arriving = Task.Factory.StartNew(() => Arrive(to, onTheWay), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, ended.Token) is > 0 and var length)
                onTheWay.Add((Stopwatch.GetTimestamp(), buffer.AsSpan(0, length).ToArray()));
        }
        catch (Exception hungUp) when (hungUp is IOException or ObjectDisposedException or OperationCanceledException)
        {
        }

        onTheWay.CompleteAdding();
        await arriving;
    }

    private void Arrive(NetworkStream to, BlockingCollection<(long Sent, ReadOnlyMemory<byte> Piece)> onTheWay)
    {
        foreach (var (sent, piece) in onTheWay.GetConsumingEnumerable())
        {
            // This wait is what is measured: the way that the piece takes.
            if (oneWay - Stopwatch.GetElapsedTime(sent) is var left && left > TimeSpan.Zero)
                Thread.Sleep((int)Math.Ceiling(left.TotalMilliseconds));
            try
            {
                to.Write(piece.Span);
            }
            catch (Exception hungUp) when (hungUp is IOException or ObjectDisposedException)
            {
            }
        }
    }
}
