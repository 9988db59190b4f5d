using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Faults;

/// <summary>Both platforms on a loopback port, with every way in which an answer can fail to come.</summary>
internal sealed class UnreliableServer : IAsyncDisposable
{
    private const int Chunk = 64 * 1024;

    /// <summary>What a system keeps in its buffers when nobody reads any more, and much more.</summary>
    private const long FarTooMuch = 64 * 1024 * 1024;

    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(20);

    private readonly WebApplication app;
    private int greedy;

    private UnreliableServer(WebApplication app, UnreliablePlatform slack, UnreliablePlatform teams) => (this.app, Slack, Teams) = (app, slack, teams);

    public UnreliablePlatform Slack { get; }

    public UnreliablePlatform Teams { get; }

    /// <summary>Bodies without end that were read on and on.</summary>
    public int Greedy => greedy;

    public string SlackApi => app.Urls.Single() + "/api/";

    public string TeamsService => app.Urls.Single() + "/teams/";

    public static async Task<UnreliableServer> StartAsync(int seed, bool losesPosts)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        UnreliablePlatform Platform(int own, IDialect dialect) => new(own, dialect, TimeProvider.System)
        {
            IsWell = true, LosesPosts = losesPosts, OnItsWay = TimeSpan.FromSeconds(2),
        };
        var server = new UnreliableServer(app, Platform(seed, new SlackDialect()), Platform(seed + 1, new TeamsDialect()));
        app.Map("/api/{**rest}", context => server.AnswerAsync(server.Slack, context));
        app.Map("/teams/{**rest}", context => server.AnswerAsync(server.Teams, context));
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(UnreliablePlatform platform, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
        var answer = platform.Answer(context.Request.Method, path, body);
        if (answer.End == AnswerEnd.Silence)
            await WaitInVainAsync(context);
        if (answer.End is AnswerEnd.Silence or AnswerEnd.Reset)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.RetryAfter is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        if (answer.End == AnswerEnd.Whole)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
            return;
        }

        await BreakOffAsync(answer.End, bytes, context);
        context.Abort();
    }

    private async Task BreakOffAsync(AnswerEnd end, byte[] bytes, HttpContext context)
    {
        if (end == AnswerEnd.Endless)
        {
            await PourAsync(context);
            return;
        }

        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (end == AnswerEnd.Trickles)
            await WaitInVainAsync(context);
    }

    private async Task PourAsync(HttpContext context)
    {
        var nothing = Encoding.UTF8.GetBytes(new string(' ', Chunk));
        try
        {
            for (var poured = 0L; poured < FarTooMuch; poured += Chunk)
                await context.Response.Body.WriteAsync(nothing, context.RequestAborted);
            Interlocked.Increment(ref greedy);
        }
        catch (OperationCanceledException)
        {
            // The bot has hung up, as it should.
        }
    }

    private static Task WaitInVainAsync(HttpContext context) =>
        Task.Delay(TooLong, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
}
