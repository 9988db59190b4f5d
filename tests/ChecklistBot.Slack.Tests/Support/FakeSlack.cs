using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>
/// What the public emulator lacks, faithful to the samples: Socket Mode, answering addresses, faults. Its Web API keeps
/// messages and pins, so that a test can look at the channel as people see it.
/// </summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<Task<IResult>>>> scripts = new();
    private readonly Channel<FakeSocket> sockets = Channel.CreateUnbounded<FakeSocket>();
    private readonly ConcurrentDictionary<string, bool> triggers = new();
    private readonly ConcurrentDictionary<string, int> uses = new();
    private int lastTs;
    private int lastView;

    private FakeSlack(WebApplication app) => this.app = app;

    public ConcurrentQueue<(string Method, JsonElement Body)> Calls { get; } = new();

    /// <summary>Messages by channel and <c>ts</c>, as they stand.</summary>
    public ConcurrentDictionary<(string Channel, string Ts), JsonElement> Messages { get; } = new();

    public ConcurrentDictionary<(string Channel, string Ts), bool> Pins { get; } = new();

    /// <summary>Modals by their id, as they stand, with the hash of this moment.</summary>
    public ConcurrentDictionary<string, (string Hash, JsonElement View)> Views { get; } = new();

    /// <summary>What came in through answering addresses.</summary>
    public ConcurrentQueue<(string Path, JsonElement Body)> Responses { get; } = new();

    /// <summary>Sockets that never read: even pings stay unanswered.</summary>
    public bool IsDeaf { get; set; }

    public string Origin => app.Urls.Single();

    public string ApiBaseUrl => Origin + "/api/";

    public static async Task<FakeSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new FakeSlack(app);
        app.UseWebSockets();
        app.Map("/api/{method}", slack.CallAsync);
        app.MapPost("/hook/{**path}", slack.RespondAsync);
        app.Map("/link", slack.AcceptAsync);
        await app.StartAsync();
        return slack;
    }

    /// <summary>The next call of the method gets this answer instead of the usual one.</summary>
    public void Next(string method, string json, int status = 200, int? retryAfter = null) => Next(method, () => Task.FromResult<IResult>(new Scripted(json, status, retryAfter)));

    public void Next(string method, Func<Task<IResult>> answer) => scripts.GetOrAdd(method, _ => new()).Enqueue(answer);

    public async Task<FakeSocket> NextSocketAsync() => await sockets.Reader.ReadAsync().AsTask().WaitAsync(Patience.Long);

    /// <summary>Nobody wants the sockets any more that are still waiting for <see cref="NextSocketAsync"/>.</summary>
    public void ForgetSockets()
    {
        while (sockets.Reader.TryRead(out _))
        {
        }
    }

    public int CountOf(string method) => Calls.Count(call => call.Method == method);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task<IResult> CallAsync(string method, HttpContext context)
    {
        var body = await BodyAsync(context.Request);
        Calls.Enqueue((method, body));
        return scripts.TryGetValue(method, out var script) && script.TryDequeue(out var answer)
            ? await answer()
            : Results.Content(Usual(method, body), "application/json");
    }

    private string Usual(string method, JsonElement body)
    {
        string Field(string name) => body.TryGetProperty(name, out var value) ? value.GetString()! : "";
        switch (method)
        {
            case "auth.test":
                return """{"ok":true,"url":"https://example.slack.com/","team":"Example","user":"checklist","team_id":"T111","user_id":"U222","bot_id":"B222"}""";
            case "apps.connections.open":
                return $$"""{"ok":true,"url":"{{Origin.Replace("http:", "ws:", StringComparison.Ordinal)}}/link?ticket=1&app_id=A111"}""";
            case "chat.postMessage":
                var ts = string.Create(CultureInfo.InvariantCulture, $"1764000000.{Interlocked.Increment(ref lastTs):D6}");
                Messages[(Field("channel"), ts)] = body;
                return $$"""{"ok":true,"channel":"{{Field("channel")}}","ts":"{{ts}}"}""";
            case "chat.update":
                if (!Messages.ContainsKey((Field("channel"), Field("ts"))))
                    return """{"ok":false,"error":"message_not_found"}""";
                Messages[(Field("channel"), Field("ts"))] = body;
                return $$"""{"ok":true,"channel":"{{Field("channel")}}","ts":"{{Field("ts")}}"}""";
            case "pins.add":
                return Pins.TryAdd((Field("channel"), Field("timestamp")), true) ? """{"ok":true}""" : """{"ok":false,"error":"already_pinned"}""";
            case "pins.remove":
                return Pins.TryRemove((Field("channel"), Field("timestamp")), out _) ? """{"ok":true}""" : """{"ok":false,"error":"no_pin"}""";
            case "conversations.info":
                var isDirect = Field("channel").StartsWith('D');
                return $$"""{"ok":true,"channel":{"id":"{{Field("channel")}}","is_im":{{(isDirect ? "true" : "false")}},"is_member":true} }""";
            case "users.info":
                return $$"""{"ok":true,"user":{"id":"{{Field("user")}}","name":"{{Field("user")}}","profile":{"display_name":"Name of {{Field("user")}}"} } }""";
            case "views.open":
                // A trigger opens one.
                return triggers.TryAdd(Field("trigger_id"), true) ? Kept($"V{Interlocked.Increment(ref lastView)}", body) : """{"ok":false,"error":"exchanged_trigger_id"}""";
            case "views.update":
                if (!Views.TryGetValue(Field("view_id"), out var view))
                    return """{"ok":false,"error":"not_found"}""";
                return Field("hash") is { Length: > 0 } hash && hash != view.Hash ? """{"ok":false,"error":"hash_conflict"}""" : Kept(Field("view_id"), body);
            case "chat.getPermalink":
                return $$"""{"ok":true,"permalink":"https://example.slack.com/archives/{{Field("channel")}}/p{{Field("message_ts").Replace(".", "", StringComparison.Ordinal)}}"}""";
            default:
                return """{"ok":true}""";
        }
    }

    private string Kept(string id, JsonElement body)
    {
        var (hash, _) = Views.AddOrUpdate(id, _ => ("1.h", body.GetProperty("view")), (_, old) => ("1" + old.Hash, body.GetProperty("view")));
        return $$"""{"ok":true,"view":{"id":"{{id}}","hash":"{{hash}}"} }""";
    }

    private async Task<IResult> RespondAsync(string path, HttpContext context)
    {
        if (uses.AddOrUpdate(path, 1, (_, before) => before + 1) > 5)
            return Results.Text("used_url", statusCode: 404);
        Responses.Enqueue((path, await BodyAsync(context.Request)));
        return Results.Text("ok");
    }

    private async Task AcceptAsync(HttpContext context)
    {
        var socket = new FakeSocket(await context.WebSockets.AcceptWebSocketAsync());
        var reading = IsDeaf ? Task.Delay(Timeout.Infinite, context.RequestAborted) : socket.ReadAsync();
        sockets.Writer.TryWrite(socket);
        await reading.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task<JsonElement> BodyAsync(HttpRequest request)
    {
        if (request.HasFormContentType)
            return JsonSerializer.SerializeToElement((await request.ReadFormAsync()).ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
        using var document = await JsonDocument.ParseAsync(request.Body);
        return document.RootElement.Clone();
    }

    private sealed class Scripted(string body, int status, int? retryAfter) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json";
            if (retryAfter is { } seconds)
                httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return httpContext.Response.WriteAsync(body);
        }
    }
}
