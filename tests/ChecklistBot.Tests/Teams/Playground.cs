using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Teams;

/// <summary>
/// Microsoft's own client for bots without a tenant, the npm package <c>@microsoft/m365agentsplayground</c>, on a port of its own. What the
/// bot posts and edits is read back from the stream that the playground's page reads.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    public const string Tenant = "11111111-1111-4111-8111-111111111111";
    public const string Bot = "00000000-0000-0000-0000-00000000000011";

    /// <summary>The chat of Ann and the bot alone.</summary>
    public const string Personal = "personal-chat";

    /// <summary>The chat of everybody.</summary>
    public const string Group = "group-chat";

    /// <summary>The channel General, whose id is the team's; its threads begin with it.</summary>
    public const string Channel = "team";

    // Six people: the playground takes exactly five besides the one whose page it is.
    private const string Settings = $$"""
        version: 0.1.1
        tenantId: {{Tenant}}
        bot: { id: {{Bot}}, name: Checklist }
        currentUser: { id: ann, name: Ann, aadObjectId: a, userPrincipleName: ann@example.com, givenName: Ann, surname: A, email: ann@example.com }
        users:
          - { id: ben, name: Ben, aadObjectId: b, userPrincipleName: ben@example.com, givenName: Ben, surname: B, email: ben@example.com }
          - { id: chi, name: Chi, aadObjectId: c, userPrincipleName: chi@example.com, givenName: Chi, surname: C, email: chi@example.com }
          - { id: dee, name: Dee, aadObjectId: d, userPrincipleName: dee@example.com, givenName: Dee, surname: D, email: dee@example.com }
          - { id: eve, name: Eve, aadObjectId: e, userPrincipleName: eve@example.com, givenName: Eve, surname: E, email: eve@example.com }
          - { id: flo, name: Flo, aadObjectId: f, userPrincipleName: flo@example.com, givenName: Flo, surname: F, email: flo@example.com }
        personalChat: { id: {{Personal}} }
        groupChat: { id: {{Group}}, name: Operations }
        team:
          id: {{Channel}}
          name: Example
          aadGroupId: 33333333-3333-4333-8333-333333333333
          channels: [ { id: announcements, name: Announcements } ]
        """;

    private readonly TemporaryFolder folder = new();
    private readonly ClientWebSocket stream = new();
    private readonly ConcurrentDictionary<(string Conversation, string Id), TeamsMessage> messages = new();
    private readonly Process process;
    private readonly HttpClient http;
    private readonly int port;
    private Task reading = Task.CompletedTask;

    private Playground(string program, Uri bot)
    {
        port = FreePort.Take();
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        File.WriteAllText(folder.File(".m365agentsplayground.yml"), Settings);
        var start = new ProcessStartInfo(
            "node", [program, "start", "-e", new Uri(bot, "api/messages").AbsoluteUri, "-c", "msteams", "-p", $"{port}", "--disable-telemetry"])
        {
            WorkingDirectory = folder.FullPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The page, as Ann opens it.</summary>
    public Uri Page => new($"http://localhost:{port}/");

    /// <summary>What the bot is told to answer to.</summary>
    public string ServiceUrl => $"http://localhost:{port}/_connector";

    /// <summary>Everything that the bot has posted since the start, as it stands, oldest first.</summary>
    public IReadOnlyList<TeamsMessage> Messages => [.. messages.Values.OrderBy(message => message.Id, StringComparer.Ordinal)];

    /// <summary>Skips the test by name where the playground is not installed.</summary>
    public static string Program()
    {
        var program = Repository.File("tests/ChecklistBot.Tests/Clients/node_modules/@microsoft/m365agentsplayground/cli.js");
        Assert.SkipUnless(File.Exists(program), "the npm packages of tests/ChecklistBot.Tests/Clients are not installed");
        return program;
    }

    /// <summary>Starts it for a bot that serves already.</summary>
    public static async Task<Playground> StartAsync(string program, Uri bot)
    {
        var playground = new Playground(program, bot);
        await Patience.UntilAsync(playground.AnswersAsync);
        await playground.stream.ConnectAsync(
            new Uri($"ws://127.0.0.1:{playground.port}/_ws_conversation/v1/conversations/stream"), TestContext.Current.CancellationToken);
        playground.reading = playground.ReadAsync();
        return playground;
    }

    /// <summary>A press as the playground's page would send it, by any of the six.</summary>
    /// <returns>The bot's answer: a card for the presser, or a message.</returns>
    public async Task<JsonElement> InvokeAsync(string person, TeamsMessage message, JsonNode value)
    {
        using var response = await http.PostAsJsonAsync(
            new Uri("_conversation/v1/invoke", UriKind.Relative),
            new JsonObject
            {
                ["name"] = "adaptiveCard/action",
                ["from"] = new JsonObject { ["id"] = person },
                ["conversation"] = new JsonObject { ["id"] = message.Conversation },
                ["replyToId"] = message.Id,
                ["value"] = value,
            },
            TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, answer);
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        stream.Abort();
        await reading;
        stream.Dispose();
        http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(process.HasExited, "The playground ended by itself.");
        try
        {
            using var response = await http.GetAsync(new Uri("_internal/v1/config", UriKind.Relative), TestContext.Current.CancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 20];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await stream.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                    return;
                Hear(buffer.AsMemory(0, length));
            }
        }
        catch (WebSocketException)
        {
            // The test is over.
        }
        catch (OperationCanceledException)
        {
            // The same.
        }
    }

    private void Hear(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var heard = document.RootElement.Clone();
        if (!heard.TryGetProperty("message", out var message))
            return;

        // A message that begins a thread is told to the channel, at first with the thread's own id beside it. It is never edited.
        var conversation = message.TryGetProperty("postConversationId", out var thread) && thread.ValueKind == JsonValueKind.String
            ? thread.GetString()!
            : heard.GetProperty("actionConversationId").GetString()!;
        var id = message.GetProperty("messageId").GetString()!;
        messages[(conversation, id)] = new TeamsMessage(conversation, id, message);
    }
}
