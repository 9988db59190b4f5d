using System.Net;
using System.Net.Sockets;

namespace ChecklistBot.Tests.Harness;

/// <summary>
/// Ports for programs that cannot choose one themselves, or that are ended and started again on the same one. None is among those
/// that Linux gives out by itself (32768 and above): such a one, once released, may be given to anybody before it is bound again.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int BlockSize = 64;
    private const int Blocks = (32_768 - First) / BlockSize;

    private static readonly Lock Gate = new();

    /// <summary>Several test programs run at once: while one listens on the first port of a block, the rest of the block is its own.</summary>
    private static readonly List<TcpListener> Claims = [];

    private static int block = Random.Shared.Next(Blocks);
    private static int next;
    private static int end;

    /// <summary>Free at this moment on the loopback address, and given to nobody else by this or another test program.</summary>
    public static int Take()
    {
        lock (Gate)
        {
            while (true)
            {
                if (next == end)
                    ClaimBlock();
                var port = next++;
                if (TryListen(port) is not { } probe)
                    continue;
                probe.Dispose();
                return port;
            }
        }
    }

    private static void ClaimBlock()
    {
        for (var tries = 0; tries < Blocks; tries++)
        {
            var first = First + (block * BlockSize);
            block = (block + 1) % Blocks;
            if (TryListen(first) is not { } claim)
                continue;
            Claims.Add(claim);
            (next, end) = (first + 1, first + BlockSize);
            return;
        }

        throw new InvalidOperationException("No block of ports is free.");
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            listener.Dispose();
            return null;
        }
    }
}
