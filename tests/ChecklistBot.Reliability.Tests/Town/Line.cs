using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>From Slack to the bot: requests are signed, and repeated until they are acknowledged.</summary>
internal sealed class Line(Uri bot, TownSlack slack) : IDisposable
{
    public const string Secret = "signing-secret-of-the-town";
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { BaseAddress = bot, Timeout = Answer };
    private int repeats;
    private int fresh;
    private int acknowledged;

    /// <summary>Requests that had to be sent again: nobody was there, or it died before it answered.</summary>
    public int Repeats => repeats;

    public int Acknowledged => acknowledged;

    /// <summary><c>/checklist WORDS</c>; returns once it is acknowledged.</summary>
    public async Task CommandAsync(string user, string channel, string words, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["team_id"] = "T111",
            ["channel_id"] = channel,
            ["user_id"] = user,
            ["user_name"] = user,
            ["command"] = "/checklist",
            ["text"] = words,
            ["trigger_id"] = Fresh(),
            ["response_url"] = slack.Hook,
        });
        await SendAsync("slack/commands", await form.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
    }

    /// <summary>A pressed button; returns once it is acknowledged.</summary>
    public Task TapAsync(string user, Posted message, string actionId, string value, CancellationToken cancellationToken)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = user, ["name"] = user, ["team_id"] = "T111" },
            ["team"] = new JsonObject { ["id"] = "T111" },
            ["channel"] = new JsonObject { ["id"] = message.Channel },
            ["trigger_id"] = Fresh(),
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = false },
            ["response_url"] = slack.Hook,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["value"] = value, ["action_ts"] = Fresh() }),
        }.ToJsonString();
        return SendAsync("slack/interactions", Encoding.UTF8.GetBytes("payload=" + WebUtility.UrlEncode(payload)), cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private async Task SendAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        while (!await IsAcknowledgedAsync(path, body, cancellationToken))
        {
            Interlocked.Increment(ref repeats);
            await Task.Delay(BetweenTries, cancellationToken);
        }

        Interlocked.Increment(ref acknowledged);
    }

    private async Task<bool> IsAcknowledgedAsync(string path, byte[] body, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Slack-Request-Timestamp", now);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{now}:"), .. body];
        request.Headers.Add("X-Slack-Signature", "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)));
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            // 5xx: the proxy found nobody, or the bot could not keep it. Anything else but 200 is a fault of the bot.
            Assert.True(response.StatusCode == HttpStatusCode.OK || (int)response.StatusCode >= 500, $"{path} was answered with {response.StatusCode}.");
            // Slack would not repeat a slash command, so its typist is told to.
            return response.StatusCode == HttpStatusCode.OK
                && !(await response.Content.ReadAsStringAsync(cancellationToken)).Contains("I could not keep that", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Fresh() => string.Create(CultureInfo.InvariantCulture, $"1764{Interlocked.Increment(ref fresh):D6}.{Guid.NewGuid().GetHashCode() & 0xfffff}");
}
