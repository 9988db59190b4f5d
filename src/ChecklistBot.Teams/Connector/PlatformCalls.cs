using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Unicode;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Protocol;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Connector;

/// <summary>One HTTP call to the platform, with its token, its time limit and a bound on what it may answer.</summary>
/// <param name="client">Follows no redirects: a token must not follow one.</param>
/// <param name="tokens">The bot's credential.</param>
/// <param name="time">For dates in <c>Retry-After</c>.</param>
/// <param name="logger">Hears what the platform refused.</param>
internal sealed class PlatformCalls(HttpClient client, IPlatformTokens tokens, TimeProvider time, ILogger logger)
{
    private const int MaxReplyBytes = 64 * 1024;

    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TokenPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConnectionPause = TimeSpan.FromSeconds(10);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<CallResult> CallAsync(HttpMethod method, Uri address, string scope, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        var result = await TryAsync(method, address, scope, body, cancellationToken);
        if (result.Reply is not { Status: HttpStatusCode.Unauthorized } || !tokens.Renew(scope)) return result;

        // 401 means that nothing was done, so a second attempt with a new token cannot double a message.
        return await TryAsync(method, address, scope, body, cancellationToken);
    }

    private async Task<CallResult> TryAsync(HttpMethod method, Uri address, string scope, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken)
    {
        var grant = await tokens.GetAsync(scope, cancellationToken);
        if (!grant.IsAvailable) return new Wait(TokenPause);

        using var request = new HttpRequestMessage(method, address);
        if (grant.Token is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is { } bytes) request.Content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = Json } };

        using var limit = new CancellationTokenSource(CallLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var reply = new PlatformReply(response.StatusCode, await BodyAsync(response, either.Token), RetryAfter(response));
            if (!reply.IsSuccess) logger.PlatformRefused((int)reply.Status, reply.ErrorCode, CorrelationOf(response));
            return reply;
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // No connection, so nothing was sent.
            logger.PlatformNotReached(exception.HttpRequestError.ToString());
            return new Wait(ConnectionPause);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.PlatformNotReached(exception.GetType().Name);
            return new Unknown(exception is OperationCanceledException ? "timeout" : "connection lost");
        }
    }

    // The status is the answer; a body that is cut off, slow, huge or no JSON only costs what it would have told.
    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxReplyBytes);
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = await stream.ReadAtLeastAsync(buffer.AsMemory(0, MaxReplyBytes), MaxReplyBytes, throwOnEndOfStream: false, cancellationToken);
            if (length is 0 or MaxReplyBytes || !Utf8.IsValid(buffer.AsSpan(0, length))) return null;
            JsonReading.ReadEscapes(buffer.AsSpan(0, length), maxDepth: 64);
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // By the platform's clock where it tells, whose date it is.
        { Date: { } date } => date - (response.Headers.Date ?? time.GetUtcNow()),
        _ => null,
    };

    private static string CorrelationOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("MS-CV", out var values) ? string.Join(' ', values) : "";
}
