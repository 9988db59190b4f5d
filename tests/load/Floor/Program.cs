using System.Net.Http.Headers;
using System.Text.Json;
using ChecklistBot.Floor;

// What a bot with durable state cannot do without, and nothing else: a request taken, its body parsed, a commit on the disk
// that waiting requests share, one call to the platform. No token, no rules, no cards.
var outbound = new Uri(args[0]);
await using var commits = new SharedCommits(args[1]);

var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
await using var app = builder.Build();
using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
var json = new MediaTypeHeaderValue("application/json", "utf-8");

app.Run(async context =>
{
    if (context.Request.ContentLength is not { } length)
        return;
    var body = new byte[length];
    await context.Request.Body.ReadExactlyAsync(body, context.RequestAborted);
    var activity = JsonSerializer.Deserialize(body, FloorJson.Default.FloorActivity)
        ?? throw new InvalidDataException("The body is empty.");
    var key = activity.Conversation?.Id ?? throw new InvalidDataException("The activity has no conversation.");
    await commits.KeepAsync(key, body);

    using var content = new ByteArrayContent(body) { Headers = { ContentType = json } };
    using var response = await http.PostAsync(new Uri(outbound, Uri.EscapeDataString(key)), content, context.RequestAborted);
    response.EnsureSuccessStatusCode();
});
await app.RunAsync();
