using System.Net;
using System.Net.Sockets;

namespace ChecklistBot.Settings;

/// <summary>Looks whether somebody already listens.</summary>
internal static class ListeningProbe
{
    public static bool IsTaken(ListeningAddress address)
    {
        if (address.Port == 0)
            return false;

        var ip = IPAddress.TryParse(address.Host, out var given) ? given : address.IsLoopback ? IPAddress.Loopback : IPAddress.Any;
        using var socket = new Socket(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(ip, address.Port));
            return false;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }
}
