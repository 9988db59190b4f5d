using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>The client over a scripted Slack, with a clock that only the test moves.</summary>
internal sealed class Api : IDisposable
{
    private readonly HttpClient http;

    public Api(string apiBase = SlackSettings.PlatformApi)
    {
        http = new HttpClient(Slack);
        Client = new SlackWebApi(
            new ApiCaller(http, new MethodLimits(Time), Health, Time, NullLogger.Instance),
            new SlackSettings { BotToken = "xoxb-bot", AppToken = "xapp-app", ApiBaseUrl = apiBase });
    }

    public ScriptedSlack Slack { get; } = new();

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_764_000_000));

    public SlackHealth Health { get; } = new();

    public SlackWebApi Client { get; }

    public static SlackMessage Message { get; } = new("Hello", "[]"u8.ToArray());

    public void Dispose() => http.Dispose();
}
