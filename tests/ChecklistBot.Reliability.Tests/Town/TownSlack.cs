using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>Slack's Web API for a whole town: it keeps what it took, by whom and when. Each process has an address of its own, and an answer takes a
/// while, so that processes die with posts in flight.</summary>
internal sealed class TownSlack : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeSpan slowness;
    private readonly long beginning = TimeProvider.System.GetTimestamp();
    private readonly ConcurrentDictionary<(string Channel, string Ts), Posted> posts = new();
    private int lastTs;
    private long lastCall;

    private TownSlack(WebApplication app, TimeSpan slowness)
    {
        this.app = app;
        this.slowness = slowness;
    }

    /// <summary>Since the town was built; does not step.</summary>
    public TimeSpan Now => TimeProvider.System.GetElapsedTime(beginning);

    /// <summary>When a message was last posted or edited, by any process.</summary>
    public TimeSpan LastCall => new(Interlocked.Read(ref lastCall));

    public static async Task<TownSlack> StartAsync(TimeSpan slowness)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new TownSlack(app, slowness);
        app.Map("/{copy:int}/api/{method}", slack.CallAsync);
        app.Map("/hook/{**path}", () => Results.Text("ok"));
        await app.StartAsync();
        return slack;
    }

    /// <summary>Where the process with this number finds the Web API.</summary>
    public string AddressOf(int copy) => string.Create(CultureInfo.InvariantCulture, $"{app.Urls.Single()}/{copy}/api/");

    /// <summary>An answering address.</summary>
    public string Hook => app.Urls.Single() + "/hook/1";

    /// <summary>The messages of a channel, oldest first.</summary>
    public IEnumerable<Posted> In(string channel) => posts.Values.Where(post => post.Channel == channel).OrderBy(post => post.Ts, StringComparer.Ordinal);

    public IEnumerable<Posted> All => posts.Values;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task<IResult> CallAsync(int copy, string method, HttpContext context)
    {
        var body = await BodyAsync(context.Request);
        string Field(string name) => body.TryGetProperty(name, out var value) ? value.GetString()! : "";
        if (method.StartsWith("chat.", StringComparison.Ordinal))
            Interlocked.Exchange(ref lastCall, Now.Ticks);
        switch (method)
        {
            case "chat.postMessage":
                var ts = string.Create(CultureInfo.InvariantCulture, $"1764000000.{Interlocked.Increment(ref lastTs):D6}");
                var post = new Posted(Field("channel"), ts, copy, body, Now);
                posts[(post.Channel, ts)] = post;
                // Taken: whatever becomes of the one who waits for the answer.
                await Task.Delay(slowness, CancellationToken.None);
                post.AnsweredAt = Now;
                return Json($$"""{"ok":true,"channel":"{{post.Channel}}","ts":"{{ts}}"}""");
            case "chat.update":
                if (!posts.TryGetValue((Field("channel"), Field("ts")), out var edited))
                    return Json("""{"ok":false,"error":"message_not_found"}""");
                edited.Body = body;
                await Task.Delay(slowness, CancellationToken.None);
                return Json($$"""{"ok":true,"channel":"{{Field("channel")}}","ts":"{{Field("ts")}}"}""");
            case "auth.test":
                return Json("""{"ok":true,"url":"https://town.slack.com/","team":"Town","user":"checklist","team_id":"T111","user_id":"U999","bot_id":"B999"}""");
            case "conversations.info":
                return Json($$"""{"ok":true,"channel":{"id":"{{Field("channel")}}","is_im":false,"is_member":true} }""");
            case "users.info":
                return Json($$"""{"ok":true,"user":{"id":"{{Field("user")}}","name":"{{Field("user")}}","profile":{"display_name":"Name of {{Field("user")}}"} } }""");
            case "chat.getPermalink":
                return Json($$"""{"ok":true,"permalink":"https://town.slack.com/archives/{{Field("channel")}}/p{{Field("message_ts").Replace(".", "", StringComparison.Ordinal)}}"}""");
            default:
                return Json("""{"ok":true}""");
        }
    }

    private static IResult Json(string text) => Results.Content(text, "application/json");

    private static async Task<JsonElement> BodyAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return JsonSerializer.SerializeToElement((await request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
        using var document = await JsonDocument.ParseAsync(request.Body);
        return document.RootElement.Clone();
    }
}
