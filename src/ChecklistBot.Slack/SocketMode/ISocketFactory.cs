using System.Net.WebSockets;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>Opens sockets; a test puts its own behind it.</summary>
public interface ISocketFactory
{
    /// <summary>Connects to a one-time address.</summary>
    /// <param name="address">From <c>apps.connections.open</c>; holds a ticket and must not be logged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WebSocketException">Nobody answered, or not with a socket.</exception>
    Task<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken);
}
