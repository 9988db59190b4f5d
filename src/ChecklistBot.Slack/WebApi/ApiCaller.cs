using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ChecklistBot.Slack.Protocol;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.WebApi;

/// <summary>Sends one request to Slack and judges how it ended (docs.slack.dev, "Using the Slack Web API").</summary>
internal sealed class ApiCaller(HttpClient http, MethodLimits limits, SlackHealth health, TimeProvider time, ILogger logger)
{
    /// <summary>A call that hangs longer is given up; what became of it is unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Where Slack says "later" and not when.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan WaitUntilReachable = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Calls once, within our own limits.</summary>
    /// <typeparam name="T">What the method answers.</typeparam>
    /// <param name="workspace">Whose limits count.</param>
    /// <param name="method">The method's name, for limits and logs.</param>
    /// <param name="channel">The channel, for methods limited by channel.</param>
    /// <param name="request">Disposed here.</param>
    /// <param name="read">Reads the answer; null when it lacks what it must have.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<SlackReply<T>> CallAsync<T>(
        string workspace, string method, string? channel, HttpRequestMessage request, Func<JsonElement, T?> read, CancellationToken cancellationToken)
        where T : class
    {
        if (limits.Take(workspace, method, channel) is var wait && wait > TimeSpan.Zero)
        {
            request.Dispose();
            return SlackReply<T>.Wait(SlackWebApi.OwnLimit, wait);
        }

        return await SendAsync(method, request, (response, body) => Judge(workspace, method, response, body, read), cancellationToken);
    }

    /// <summary>Posts to a <c>response_url</c>, which answers a bare <c>ok</c>, and refuses with a status once it is used up or too old.</summary>
    public Task<SlackReply<Acknowledged>> RespondAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        const string method = "response_url";
        return SendAsync(
            method,
            request,
            (response, _) => (int)response.StatusCode switch
            {
                429 => SlackReply<Acknowledged>.Wait("ratelimited", RetryAfter(response.Headers.RetryAfter) ?? UsualWait),
                >= 500 => Unclear<Acknowledged>(method, $"status {(int)response.StatusCode}"),
                >= 200 and < 300 => SlackReply<Acknowledged>.Done(Acknowledged.Instance),
                _ => Refused<Acknowledged>(SlackWebApi.Workspace, method, "expired_url", default),
            },
            cancellationToken);
    }

    private async Task<SlackReply<T>> SendAsync<T>(
        string method, HttpRequestMessage request, Func<HttpResponseMessage, byte[], SlackReply<T>> judge, CancellationToken cancellationToken)
        where T : class
    {
        using (request)
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                using var response = await http.SendAsync(request, both.Token);
                return judge(response, await response.Content.ReadAsByteArrayAsync(both.Token));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return Unclear<T>(method, "time-out");
            }
            catch (HttpRequestException failure) when (NeverSent(failure.HttpRequestError))
            {
                return SlackReply<T>.Wait("not_reached", WaitUntilReachable);
            }
            catch (HttpRequestException failure)
            {
                return Unclear<T>(method, failure.HttpRequestError.ToString());
            }
        }
    }

    private SlackReply<T> Judge<T>(string workspace, string method, HttpResponseMessage response, byte[] body, Func<JsonElement, T?> read)
        where T : class
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return Throttled<T>(workspace, method, response, "ratelimited");
        if ((int)response.StatusCode >= 500)
            return Unclear<T>(method, $"status {(int)response.StatusCode}");

        using var document = JsonReading.Parse(body);
        var root = document?.RootElement ?? default;
        if (root.Flag("ok"))
            return Done(workspace, method, root, read);

        switch (root.Text("error"))
        {
            case null:
                return response.IsSuccessStatusCode || MayPass(response)
                    ? Unclear<T>(method, $"status {(int)response.StatusCode} and an answer that is none")
                    : Refused<T>(workspace, method, "http_refused", root);
            case "ratelimited" or "rate_limited":
                return Throttled<T>(workspace, method, response, "ratelimited");
            case ("service_unavailable" or "team_added_to_org") and var busy:
                return SlackReply<T>.Wait(busy, UsualWait);
            case ("internal_error" or "fatal_error" or "request_timeout") and var broken:
                return Unclear<T>(method, broken);
            case var code:
                return Refused<T>(workspace, method, code, root);
        }
    }

    private SlackReply<T> Done<T>(string workspace, string method, JsonElement root, Func<JsonElement, T?> read)
        where T : class
    {
        if (workspace == SlackWebApi.Workspace)
            health.TokenWorks();
        if (root.Text("warning") is { } warning)
            Log.Warned(logger, method, warning);
        return read(root) is { } answer ? SlackReply<T>.Done(answer) : Unclear<T>(method, "done, but the answer lacks its id");
    }

    private SlackReply<T> Throttled<T>(string workspace, string method, HttpResponseMessage response, string code)
        where T : class
    {
        var wait = RetryAfter(response.Headers.RetryAfter) ?? UsualWait;
        limits.Close(workspace, method, wait);
        Log.AskedToWait(logger, method, wait.TotalSeconds);
        return SlackReply<T>.Wait(code, wait);
    }

    private SlackReply<T> Refused<T>(string workspace, string method, string code, JsonElement root)
        where T : class
    {
        if (workspace == SlackWebApi.Workspace && ErrorSentences.EndsToken(code))
            health.TokenIsDead(ErrorSentences.For(code));
        Log.Refused(logger, method, code, root.Text("needed") ?? "nothing more", Details(root));
        return SlackReply<T>.Refused(code);
    }

    private SlackReply<T> Unclear<T>(string method, string what)
        where T : class
    {
        Log.Unclear(logger, method, what);
        return SlackReply<T>.Unknown(what);
    }

    /// <summary>Slack answers in JSON: this comes from something in between. Of what it will not take in this form nothing more is to be hoped; what it
    /// lets through to nobody it may let through again, once the one who runs the bot has mended that.</summary>
    private static bool MayPass(HttpResponseMessage response) => response.StatusCode
        is not (HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge);

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta is { } delta && delta >= TimeSpan.Zero ? TimeSpan.FromTicks(Math.Clamp(delta.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks)) : null;

    /// <summary>The only hint that <c>invalid_blocks</c> and the like give: places in our own JSON, never texts of people.</summary>
    private static string Details(JsonElement root)
    {
        var messages = root.Member("response_metadata").Member("messages");
        return messages.ValueKind == JsonValueKind.Array
            ? string.Join(" ", messages.EnumerateArray().Take(3).Select(message => message.Text() is { Length: < 200 } text ? text : ""))
            : "";
    }

    /// <summary>These fail before a byte of the request has left.</summary>
    private static bool NeverSent(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
