using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>The platform's connector and Graph on loopback: keeps what it is sent, and answers as told, else as the platform does when all is well.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private int lastId;

    private FakeConnector(WebApplication app) => this.app = app;

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public string ServiceUrl => app.Urls.First() + "/uk/";

    public string GraphUrl => app.Urls.First() + "/v1.0/";

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeConnector(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>The next call that nobody has answered for yet gets this status and body.</summary>
    public FakeConnector Then(int status, string body = "", string? retryAfter = null, string contentType = "application/json") =>
        Then(async context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null) context.Response.Headers.RetryAfter = retryAfter;
            context.Response.Headers["MS-CV"] = "test.1";
            if (body.Length == 0) return;
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body);
        });

    public FakeConnector Then(Func<HttpContext, Task> answer)
    {
        script.Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Calls.Enqueue(new ConnectorCall(
            context.Request.Method,
            path,
            context.Request.Headers.Authorization.FirstOrDefault(),
            text.Length == 0 ? null : JsonNode.Parse(text)));
        if (script.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }

        var id = (1790000001000 + Interlocked.Increment(ref lastId)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.StatusCode = context.Request.Method == "POST" ? 201 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(path.EndsWith("/v3/conversations", StringComparison.Ordinal)
            ? $$"""{"id":"{{TestActivity.Channel}};messageid={{id}}","activityId":"{{id}}"}"""
            : $$"""{"id":"{{id}}"}""");
    }
}
