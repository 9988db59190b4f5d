using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Telemetry;

/// <summary>Receives OTLP over HTTP on loopback. Strings are plain UTF-8 within its bytes, so they can be looked for without decoding.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly Channel<(string Route, string Bytes)> _received = Channel.CreateUnbounded<(string, string)>();
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            var bytes = Encoding.Latin1.GetString(body.ToArray());
            All.Enqueue(bytes);
            await _received.Writer.WriteAsync((context.Request.Path.Value!, bytes), context.RequestAborted);
        });
    }

    /// <summary>Everything that has come so far.</summary>
    public ConcurrentQueue<string> All { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Everything received on <paramref name="route"/> until it holds <paramref name="text"/>.</summary>
    public async Task<string> UntilAsync(string route, string text)
    {
        var all = new StringBuilder();
        await foreach (var (to, bytes) in _received.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (to != route)
                continue;

            all.Append(bytes);
            if (bytes.Contains(text, StringComparison.Ordinal))
                break;
        }

        return all.ToString();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
