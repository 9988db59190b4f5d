using System.Net;
using System.Text;
using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Signing;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Slack.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>The whole Slack side between a fake Slack and a recording core, over HTTP or over sockets.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    private const string Secret = "secret-of-the-tests";
    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly HttpClient http = new();

    private SlackHouse(WebApplication app, FakeSlack slack, RecordingTurns turns, TimeProvider time) =>
        (this.app, Slack, Core, this.time) = (app, slack, turns, time);

    public FakeSlack Slack { get; }

    public RecordingTurns Core { get; }

    public IChannel Channel => app.Services.GetRequiredService<IChannel>();

    public static async Task<SlackHouse> StartAsync(bool overSockets = false, Action<FakeSlack>? prepare = null, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var slack = await FakeSlack.StartAsync();
        prepare?.Invoke(slack);
        var turns = new RecordingTurns();
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ITurnHandler>(turns).AddSingleton(time);
        builder.Services.AddSlack(new SlackSettings
        {
            SigningSecret = Secret, BotToken = "xoxb-1", AppToken = overSockets ? "xapp-1" : null, ApiBaseUrl = slack.ApiBaseUrl,
        });
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        return new SlackHouse(app, slack, turns, time);
    }

    public Task<(HttpStatusCode Status, string Body)> CommandAsync(string text, string channel = "C111", string user = "U111", string trigger = "1.2.t") => SendAsync(
        "/slack/commands",
        $"team_id=T111&channel_id={channel}&user_id={user}&user_name=ann&command=%2Fchecklist&text={WebUtility.UrlEncode(text)}&trigger_id={trigger}&response_url={WebUtility.UrlEncode(Slack.Origin + "/hook/command")}");

    public Task<(HttpStatusCode Status, string Body)> InteractAsync(string payload) =>
        SendAsync("/slack/interactions", "payload=" + WebUtility.UrlEncode(payload));

    public Task<(HttpStatusCode Status, string Body)> EventAsync(string json, params (string Name, string Value)[] headers) =>
        SendAsync("/slack/events", json, headers);

    public string Press(string actionId, string value, bool isEphemeral = false, string trigger = "1.2.t", string? thread = null) =>
        $$"""
        {"type":"block_actions","user":{"id":"U111","name":"ann"},"team":{"id":"T111"},"trigger_id":"{{trigger}}",
         "container":{"type":"message","message_ts":"2.2","channel_id":"C111","is_ephemeral":{{(isEphemeral ? "true" : "false")}}{{(thread is null ? "" : $",\"thread_ts\":\"{thread}\"")}} },
         "response_url":"{{Slack.Origin}}/hook/press","actions":[{"type":"button","action_id":"{{actionId}}","value":{{JsonSerializer.Serialize(value)}},"action_ts":"3.3"}]}
        """;

    public Task<(HttpStatusCode Status, string Body)> SendAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(path, Encoding.UTF8.GetBytes(body), headers);

    public async Task<(HttpStatusCode Status, string Body)> SendAsync(string path, byte[] bytes, params (string Name, string Value)[] headers)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await SendRawAsync(
            path,
            bytes,
            [(RequestSignature.TimestampHeader, now), (RequestSignature.SignatureHeader, RequestSignature.Sign(bytes, now, Secret)), .. headers]);
    }

    public async Task<(HttpStatusCode Status, string Body)> SendRawAsync(string path, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Urls.Single() + path)) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Slack has told the bot who it is.</summary>
    public bool KnowsItself => app.Services.GetRequiredService<KnownIdentity>().Value is not null;

    /// <summary>Everything that follows acknowledgements has happened.</summary>
    public Task IdleAsync() => app.Services.GetRequiredService<AfterAck>().IdleAsync().Patiently();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
