using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Load.Platforms;

/// <summary>Teams, Slack and what the floor calls, on loopback in this process. They answer at once and refuse nothing.</summary>
internal sealed class PretendPlatforms : IAsyncDisposable
{
    private const string TeamsPath = "/teams/v3/conversations/";
    private const string SlackPath = "/api/";
    private const string FloorPath = "/floor/";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Chat> chats = new(StringComparer.Ordinal);
    private long lastId;
    private long posts;
    private long edits;
    private long others;

    private PretendPlatforms(WebApplication app) => this.app = app;

    public BotServiceKey Key { get; } = new();

    public string ServiceUrl => Origin + "/teams/";

    public string OpenIdMetadata => Origin + "/openid/configuration";

    public string SlackApi => Origin + SlackPath;

    public string ResponseUrl => Origin + "/hook/1";

    public string FloorTarget => Origin + FloorPath;

    /// <summary>Messages posted, messages edited, and other calls so far.</summary>
    public (long Posts, long Edits, long Others) Calls => (Interlocked.Read(ref posts), Interlocked.Read(ref edits), Interlocked.Read(ref others));

    private string Origin => app.Urls.First();

    public static async Task<PretendPlatforms> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var platforms = new PretendPlatforms(app);
        app.Run(platforms.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return platforms;
    }

    public Chat Open(string id) => chats.GetOrAdd(id, static id => new Chat(id));

    public void Close(string id) => chats.TryRemove(id, out _);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        // An escaped slash or colon must stay what it is.
        var path = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (path.StartsWith(TeamsPath, StringComparison.Ordinal))
            return TeamsAsync(context, path[TeamsPath.Length..].Split('/'));
        if (path.StartsWith(SlackPath, StringComparison.Ordinal))
            return SlackAsync(context, path[SlackPath.Length..].Split('?')[0]);
        if (path.StartsWith(FloorPath, StringComparison.Ordinal))
            return FloorAsync(context, path[FloorPath.Length..]);
        return path switch
        {
            "/openid/configuration" => JsonAsync(context, $$"""{"issuer":"{{BotServiceKey.Issuer}}","jwks_uri":"{{Origin}}/openid/keys"}"""),
            "/openid/keys" => JsonAsync(context, $$"""{"keys":[{{Key.Jwk()}}]}"""),
            _ => OtherAsync(context, "ok"),
        };
    }

    // CONVERSATION/activities, or CONVERSATION/activities/MESSAGE for an edit.
    private async Task TeamsAsync(HttpContext context, string[] parts)
    {
        var isPost = context.Request.Method == HttpMethods.Post;
        var id = isPost ? (1790000000000 + Interlocked.Increment(ref lastId)).ToString(CultureInfo.InvariantCulture) : parts[2];
        Take(Uri.UnescapeDataString(parts[0]), new Outbound(isPost, id, await BodyAsync(context)));
        context.Response.StatusCode = isPost ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        await JsonAsync(context, $$"""{"id":"{{id}}"}""");
    }

    private async Task SlackAsync(HttpContext context, string method)
    {
        switch (method)
        {
            case "chat.postMessage":
                var posted = await FieldsAsync(context);
                var ts = string.Create(CultureInfo.InvariantCulture, $"1790000000.{Interlocked.Increment(ref lastId):D6}");
                Take(posted["channel"], new Outbound(true, ts, posted["blocks"]));
                await JsonAsync(context, $$"""{"ok":true,"channel":"{{posted["channel"]}}","ts":"{{ts}}"}""");
                break;
            case "chat.update":
                var edited = await FieldsAsync(context);
                Take(edited["channel"], new Outbound(false, edited["ts"], edited["blocks"]));
                await JsonAsync(context, $$"""{"ok":true,"channel":"{{edited["channel"]}}","ts":"{{edited["ts"]}}"}""");
                break;
            case "auth.test":
                await OtherAsync(context, $$"""{"ok":true,"url":"https://example.slack.com/","team":"Example","user":"checklist","team_id":"{{Play.SlackPlayer.Team}}","user_id":"{{Play.SlackPlayer.Bot}}","bot_id":"B222"}""");
                break;
            case "users.info":
                await OtherAsync(context, """{"ok":true,"user":{"id":"U1","name":"ann","profile":{"display_name":"Ann"}}}""");
                break;
            case "conversations.info":
                await OtherAsync(context, """{"ok":true,"channel":{"id":"D1","is_im":true,"is_member":true}}""");
                break;
            case "chat.getPermalink":
                await OtherAsync(context, """{"ok":true,"permalink":"https://example.slack.com/archives/D1/p1790000000000001"}""");
                break;
            default:
                await OtherAsync(context, """{"ok":true}""");
                break;
        }
    }

    private async Task FloorAsync(HttpContext context, string chat)
    {
        await BodyAsync(context);
        Interlocked.Increment(ref posts);
        await JsonAsync(context, $$"""{"id":"{{chat.Length}}"}""");
    }

    private async Task OtherAsync(HttpContext context, string answer)
    {
        Interlocked.Increment(ref others);
        await JsonAsync(context, answer);
    }

    private void Take(string chat, Outbound outbound)
    {
        Interlocked.Increment(ref outbound.IsPost ? ref posts : ref edits);
        if (chats.TryGetValue(chat, out var known))
            known.Take(outbound);
    }

    private static Task JsonAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static async Task<string> BodyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        return await reader.ReadToEndAsync(context.RequestAborted);
    }

    /// <summary>Slack takes forms and JSON alike.</summary>
    private static async Task<Dictionary<string, string>> FieldsAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
            return (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        return json.RootElement.EnumerateObject().ToDictionary(
            field => field.Name,
            field => field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText());
    }
}
