using System.Net.WebSockets;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>
/// Sockets that notice a dead peer: .NET answers Slack's pings without showing them, so the watch is our own ping, and a
/// socket whose pong stays away is aborted.
/// </summary>
/// <param name="pingEvery">How often to ping.</param>
/// <param name="pongWithin">How long the answer may take.</param>
public sealed class ClientSocketFactory(TimeSpan pingEvery, TimeSpan pongWithin) : ISocketFactory
{
    /// <summary>Pings every 10 s and waits 20 s, well within the 70 s after which silent deaths are reported.</summary>
    public ClientSocketFactory()
        : this(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20))
    {
    }

    /// <inheritdoc/>
    public async Task<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = pingEvery;
            socket.Options.KeepAliveTimeout = pongWithin;
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
