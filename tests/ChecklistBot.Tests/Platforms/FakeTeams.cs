using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Tests.Platforms;

/// <summary>The Bot Connector's side of Teams: takes messages and edits, and remembers them.</summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication app;
    private int last;

    private FakeTeams(WebApplication app) => this.app = app;

    /// <summary>Where activities say that answers go to.</summary>
    public string ServiceUrl => app.Urls.Single() + "/uk/";

    /// <summary>Every call, with its conversation's address and its body.</summary>
    public ConcurrentQueue<(string Method, string Path, string Body)> Calls { get; } = new();

    public static async Task<FakeTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var teams = new FakeTeams(builder.Build());
        teams.app.Run(teams.AnswerAsync);
        await teams.app.StartAsync(TestContext.Current.CancellationToken);
        return teams;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        Calls.Enqueue((context.Request.Method, context.Request.Path.Value!, await reader.ReadToEndAsync(context.RequestAborted)));
        await context.Response.WriteAsJsonAsync(new { id = $"179000000{Interlocked.Increment(ref last):D4}" }, context.RequestAborted);
    }
}
