using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ChecklistBot.Storage.Tests.Postgres;

/// <summary>Stands between a bot and the tests' server, as a gateway does that forgets a quiet connection and tells only one side, or that passes nothing on any more.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly List<(Socket Client, Socket Server)> pairs = [];
    private readonly List<Journeys> journeys = [];
    private readonly Task accepting;
    private volatile bool silent;

    /// <param name="connectionString">Of the server.</param>
    public Gateway(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        server = new UnixDomainSocketEndPoint(Path.Combine(settings.Host!, $".s.PGSQL.{settings.Port}"));
        listener.Start();
        settings.Host = "127.0.0.1";
        settings.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        settings.ApplicationName += "-through";
        ConnectionString = settings.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>Leads to the server through here, under an application name of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>How often each connection asked and was answered, in the order in which they were opened: every time that it waited for the way there and back.</summary>
    public IReadOnlyList<int> Asked
    {
        get
        {
            lock (pairs)
                return [.. journeys.Select(of => of.Count)];
        }
    }

    /// <summary>Ends the server's side of every connection that there is and leaves the other side as it was; new ones are let through.</summary>
    public void Forget()
    {
        lock (pairs)
            foreach (var (_, forgotten) in pairs)
                forgotten.Dispose();
    }

    /// <summary>From now on nothing arrives on either side; connections are accepted as before.</summary>
    public void FallSilent() => silent = true;

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        lock (pairs)
            foreach (var (client, forgotten) in pairs)
            {
                client.Dispose();
                forgotten.Dispose();
            }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                var behind = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await behind.ConnectAsync(server);
                var counted = new Journeys();
                lock (pairs)
                {
                    pairs.Add((client, behind));
                    journeys.Add(counted);
                }

                _ = PassAsync(client, behind, counted.Ask);
                _ = PassAsync(behind, client, counted.Answer);
            }
        }
        catch (SocketException)
        {
            // Stopped.
        }
        catch (ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task PassAsync(Socket from, Socket to, Action passing)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
                if (!silent)
                {
                    passing();
                    await to.SendAsync(buffer.AsMemory(0, length));
                }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Whoever still speaks is not heard.
        }
    }

    /// <summary>However many pieces a question or an answer comes in.</summary>
    private sealed class Journeys
    {
        private int count;
        private volatile bool isAsking;

        public int Count => Volatile.Read(ref count);

        public void Ask() => isAsking = true;

        public void Answer()
        {
            if (!isAsking)
                return;
            isAsking = false;
            Interlocked.Increment(ref count);
        }
    }
}
