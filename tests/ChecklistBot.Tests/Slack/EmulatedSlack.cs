using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Slack;

/// <summary>A Slack that no one here wrote: the npm package <c>emulate</c>, service <c>slack</c>, on a port of its own.</summary>
internal sealed class EmulatedSlack : IAsyncDisposable
{
    public const string Token = "xoxb-emulated";

    private const string Seed = $$"""
        tokens:
          {{Token}}:
            login: checklist
        slack:
          team: { name: Example, domain: example }
          users: [ { name: checklist }, { name: ann, profile: { display_name: Ann } }, { name: ben }, { name: chi } ]
          channels: [ { name: general } ]
        """;

    private readonly TemporaryFolder folder;
    private readonly Process process;
    private readonly HttpClient http;

    private EmulatedSlack(TemporaryFolder folder, Process process, HttpClient http) => (this.folder, this.process, this.http) = (folder, process, http);

    public string ApiBaseUrl => http.BaseAddress!.AbsoluteUri;

    public string Team { get; private set; } = "";

    public string Bot { get; private set; } = "";

    /// <summary>Starts it, or skips the test by name where it is not installed.</summary>
    public static async Task<EmulatedSlack> StartAsync()
    {
        var program = Path.Combine(Repository.Root, "tests/ChecklistBot.Tests/Clients/node_modules/.bin/emulate");
        Assert.SkipUnless(File.Exists(program), "the npm packages of tests/ChecklistBot.Tests/Clients are not installed");
        var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("seed.yaml"), Seed, TestContext.Current.CancellationToken);
        var port = FreePort.Take();
        var start = new ProcessStartInfo("node", [program, "start", "--service", "slack", "--port", $"{port}", "--seed", folder.File("seed.yaml")])
        {
            WorkingDirectory = folder.FullPath,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        var emulator = new EmulatedSlack(folder, process, http);
        await Patience.UntilAsync(emulator.AnswersAsync);
        return emulator;
    }

    /// <summary>A seeded person's id.</summary>
    public async Task<string> UserAsync(string name) => Named((await CallAsync("users.list")).GetProperty("members"), name);

    /// <summary>A seeded channel's id, with the bot in it.</summary>
    public async Task<string> JoinedChannelAsync(string name)
    {
        var id = Named((await CallAsync("conversations.list")).GetProperty("channels"), name);
        await CallAsync("conversations.join", ("channel", id));
        return id;
    }

    /// <summary>The messages of a channel as they stand, oldest first.</summary>
    public async Task<IReadOnlyList<SlackMessage>> HistoryAsync(string channel)
    {
        var history = await CallAsync("conversations.history", ("channel", channel), ("limit", "100"));
        return
        [
            .. history.GetProperty("messages").EnumerateArray()
                .Select(message => new SlackMessage(channel, message.GetProperty("ts").GetString()!, message))
                .OrderBy(message => message.Ts, StringComparer.Ordinal),
        ];
    }

    /// <summary>The <c>ts</c> of every pinned message of a channel.</summary>
    public async Task<IReadOnlyList<string?>> PinsAsync(string channel) =>
        [.. (await CallAsync("pins.list", ("channel", channel))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("message").GetProperty("ts").GetString())];

    /// <summary>What a press of this person carries, so that a modal can be opened for them: good for 3 s, once.</summary>
    public async Task<string> TriggerAsync(string user) => (await CallAsync("views.generateTriggerId", ("user_id", user))).GetProperty("trigger_id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        folder.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            var self = await CallAsync("auth.test");
            (Team, Bot) = (self.GetProperty("team_id").GetString()!, self.GetProperty("user_id").GetString()!);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<JsonElement> CallAsync(string method, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await http.PostAsync(new Uri(method, UriKind.Relative), form, TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.RootElement.GetProperty("ok").GetBoolean(), $"{method}: {answer.RootElement}");
        return answer.RootElement.Clone();
    }

    private static string Named(JsonElement list, string name) =>
        list.EnumerateArray().First(one => one.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
}
