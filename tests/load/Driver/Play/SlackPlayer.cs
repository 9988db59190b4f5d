using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ChecklistBot.Load.Measuring;
using ChecklistBot.Load.Platforms;

namespace ChecklistBot.Load.Play;

/// <summary>People of one workspace, each in a direct message. Every request is signed, and the bot checks it.</summary>
internal sealed class SlackPlayer(string program, PretendPlatforms platforms, HttpClient http) : IPlayer
{
    public const string Team = "T111";
    public const string Bot = "U222";

    private static readonly byte[] Secret = "signing-secret-of-the-load"u8.ToArray();

    private int sent;

    public Launch Launch => new(
        program,
        [],
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Slack__SigningSecret"] = Encoding.UTF8.GetString(Secret),
            ["Slack__BotToken"] = "xoxb-1",
            ["Slack__ApiBaseUrl"] = platforms.SlackApi,
        });

    public async Task<bool> GreetAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await SaysAsync(address, 0, "D0", "help", cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task PlayAsync(Scenario scenario, Uri address, int user, int number, Latencies taps, CancellationToken cancellationToken)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"D{number}");
        var chat = platforms.Open(id);
        await SaysAsync(address, user, id, $"start Load {number}", cancellationToken);
        var live = await chat.SeesAsync("the live card", sent => sent.IsPost && Shows(sent, Story.FirstCard), cancellationToken);
        var assessment = Story.AssessmentIn(live.Body);
        Story.MustShow(live.Body, $"\"{Story.Answer(assessment, 0)}\"");

        // Slack gives no card back with the acknowledgement, so whoever does not wait for the edit taps what they know will come.
        for (var answer = 0; answer < Story.Answers.Length; answer++)
        {
            var (item, option) = Story.Answers[answer];
            await TapAsync($"answer:{item}:{option}:1", Story.Answer(assessment, answer));
            if (!scenario.SeesEachCard)
                continue;
            var shown = Story.AfterAnswer(answer + 1);
            await chat.SeesAsync($"an edit with \"{shown}\"", sent => !sent.IsPost && Shows(sent, shown), cancellationToken);
        }

        await TapAsync("tap:1", Story.Finish(assessment));
        await chat.SeesAsync("the recommendation", sent => sent.IsPost && Shows(sent, Story.Recommended), cancellationToken);
        platforms.Close(id);

        async Task TapAsync(string actionId, string value)
        {
            if (scenario.Thinks > TimeSpan.Zero)
                await Task.Delay(scenario.Thinks, cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            await PostAsync(address, "slack/interactions", "payload=" + WebUtility.UrlEncode(Press(user, id, live.MessageId, actionId, value)), cancellationToken);
            taps.Add(Stopwatch.GetElapsedTime(begun));
        }
    }

    private Task SaysAsync(Uri address, int user, string channel, string text, CancellationToken cancellationToken)
    {
        var ts = Fresh();
        return PostAsync(
            address,
            "slack/events",
            $$"""
            {"type":"event_callback","team_id":"{{Team}}","api_app_id":"A111","event_id":"Ev{{ts}}",
             "event":{"type":"message","channel_type":"im","user":"U{{user + 1000}}","text":"{{text}}","ts":"{{ts}}","event_ts":"{{ts}}","channel":"{{channel}}"},
             "authorizations":[{"team_id":"{{Team}}","user_id":"{{Bot}}","is_bot":true}]}
            """,
            cancellationToken);
    }

    private string Press(int user, string channel, string message, string actionId, string value) => $$"""
        {"type":"block_actions","user":{"id":"U{{user + 1000}}","name":"ann","team_id":"{{Team}}"},"team":{"id":"{{Team}}"},"channel":{"id":"{{channel}}"},
         "trigger_id":"{{Fresh()}}","container":{"type":"message","message_ts":"{{message}}","channel_id":"{{channel}}","is_ephemeral":false},
         "response_url":"{{platforms.ResponseUrl}}",
         "actions":[{"type":"button","action_id":"{{actionId}}","value":"{{value}}","action_ts":"{{Fresh()}}"}]}
        """;

    private async Task PostAsync(Uri address, string path, string body, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path)) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. bytes];
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Secret, signed)));
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new LoadFailedException($"Slack's request got {(int)response.StatusCode}.");
    }

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"1764000000.{Interlocked.Increment(ref sent):D6}");

    private static bool Shows(Outbound sent, string what) => sent.Body.Contains(what, StringComparison.Ordinal);
}
