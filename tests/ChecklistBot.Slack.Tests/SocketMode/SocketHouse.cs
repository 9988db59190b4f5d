using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ChecklistBot.Slack.SocketMode;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Slack.Tests.SocketMode;

/// <summary>The real client against a fake Slack on loopback, with pauses of milliseconds.</summary>
internal sealed class SocketHouse : IEnvelopeHandler, IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SocketTelemetry telemetry;
    private readonly SocketModeClient client;
    private readonly Task running;

    private SocketHouse(FakeSlack slack, SocketModeTiming timing)
    {
        Slack = slack;
        // Our own limit of this method has its test elsewhere; here its clock runs ahead.
        var limits = new MethodLimits(new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) });
        var settings = new SlackSettings { BotToken = "xoxb-1", AppToken = "xapp-1", ApiBaseUrl = slack.ApiBaseUrl };
        telemetry = new SocketTelemetry(services.GetRequiredService<IMeterFactory>(), TimeProvider.System);
        client = new SocketModeClient(
            new SlackWebApi(new ApiCaller(http, limits, Health, TimeProvider.System, NullLogger.Instance), settings),
            // Short only where no pong comes at all: a crowded machine may be late with one.
            new ClientSocketFactory(TimeSpan.FromMilliseconds(100), slack.IsDeaf ? TimeSpan.FromMilliseconds(500) : Patience.Long),
            this,
            timing,
            telemetry,
            Health,
            TimeProvider.System,
            NullLogger<SocketModeClient>.Instance);
        running = client.RunAsync(stop.Token);
    }

    public FakeSlack Slack { get; }

    public SlackHealth Health { get; } = new();

    public ConcurrentQueue<EnvelopeFrame> Handled { get; } = new();

    /// <summary>What the next envelopes get; empty acknowledgements otherwise.</summary>
    public Func<EnvelopeFrame, Task<EnvelopeAnswer>> Answer { get; set; } = _ => Task.FromResult(EnvelopeAnswer.Empty);

    public static SocketModeTiming Quick => new()
    {
        Stagger = TimeSpan.Zero,
        Hello = Patience.Long,
        Retire = Patience.Long,
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(10),
        TooManyPause = TimeSpan.FromMilliseconds(1),
    };

    public static async Task<SocketHouse> StartAsync(SocketModeTiming? timing = null, Action<FakeSlack>? prepare = null)
    {
        var slack = await FakeSlack.StartAsync();
        prepare?.Invoke(slack);
        return new SocketHouse(slack, timing ?? Quick);
    }

    /// <summary>Both connections, greeted.</summary>
    public async Task<(FakeSocket First, FakeSocket Second)> BothAsync()
    {
        var first = await Slack.NextSocketAsync();
        await first.HelloAsync();
        var second = await Slack.NextSocketAsync();
        await second.HelloAsync();
        return (first, second);
    }

    public Task<EnvelopeAnswer> HandleAsync(EnvelopeFrame envelope)
    {
        Handled.Enqueue(envelope);
        return Answer(envelope);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(Patience.Long);
        client.Dispose();
        await Slack.DisposeAsync();
        http.Dispose();
        telemetry.Dispose();
        await services.DisposeAsync();
        stop.Dispose();
    }
}
