using System.Net;
using System.Net.Sockets;

namespace ChecklistBot.Tests.Harness;

/// <summary>A port for programs that cannot choose one themselves.</summary>
internal static class FreePort
{
    /// <summary>Free at this moment on the loopback address.</summary>
    public static int Take()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
