using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Slack;

/// <summary>
/// The wire between the bot and a Web API, passing everything on unchanged and keeping what was said: the emulator has no call
/// that shows a modal, only its answer to the one who opened it.
/// </summary>
internal sealed class RecordedWire : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private RecordedWire(WebApplication app, string apiBaseUrl) => (this.app, http) = (app, new HttpClient { BaseAddress = new Uri(apiBaseUrl) });

    public ConcurrentQueue<(string Method, string Body, JsonElement Answer)> Said { get; } = new();

    public string ApiBaseUrl => app.Urls.Single() + "/api/";

    public static async Task<RecordedWire> StartAsync(string apiBaseUrl)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var wire = new RecordedWire(app, apiBaseUrl);
        app.MapPost("/api/{method}", wire.PassOnAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return wire;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task<IResult> PassOnAsync(string method, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = await reader.ReadToEndAsync(context.RequestAborted);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(method, UriKind.Relative)) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(asked)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var response = await http.SendAsync(request, context.RequestAborted);
        var answered = await response.Content.ReadAsStringAsync(context.RequestAborted);
        using var answer = JsonDocument.Parse(answered);
        Said.Enqueue((method, asked, answer.RootElement.Clone()));
        return Results.Content(answered, response.Content.Headers.ContentType?.ToString(), statusCode: (int)response.StatusCode);
    }
}
