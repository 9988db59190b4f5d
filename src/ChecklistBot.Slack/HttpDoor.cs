using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Signing;
using ChecklistBot.Slack.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack;

/// <summary>Reads the raw body, verifies it, and only then lets it be decoded and handled.</summary>
internal sealed class HttpDoor(SlackSettings settings, InboundHandler handler, AfterAck after, TimeProvider time, ILogger<HttpDoor> logger)
{
    /// <summary>Slack's requests stay far below this.</summary>
    internal const int LongestBody = 1024 * 1024;

    public async Task ServeAsync(HttpContext context, Func<byte[], SlackInbound> decode, bool allowsSslCheck = false)
    {
        if (await ReadAsync(context.Request, context.RequestAborted) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        // Slack does not promise to sign these; they get an empty 200, whatever else is smuggled into the same body.
        if (allowsSslCheck && FormFields.Parse(body)?.One("ssl_check") == "1")
            return;

        var headers = context.Request.Headers;
        var verdict = RequestSignature.Check(
            body, headers[RequestSignature.TimestampHeader], headers[RequestSignature.SignatureHeader], settings.SigningSecret!, time.GetUtcNow());
        if (verdict != SignatureVerdict.Valid)
        {
            Log.Forged(logger, context.Request.Path, verdict);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        // Not the request's own token: when Slack hangs up after 3 s the turn is carried through all the same.
        var retry = SlackRetry.From(headers[SlackRetry.NumberHeader], headers[SlackRetry.ReasonHeader]);
        await AnswerAsync(context.Response, await handler.HandleAsync(decode(body), retry, after.Stopping));
    }

    private static async Task AnswerAsync(HttpResponse response, InboundAnswer answer)
    {
        switch (answer.Status)
        {
            case InboundStatus.Malformed:
                response.StatusCode = StatusCodes.Status400BadRequest;
                response.Headers[SlackRetry.StopHeader] = "1";
                break;
            case InboundStatus.NotKept:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case InboundStatus.Accepted when !answer.Body.IsEmpty:
                response.ContentType = "application/json; charset=utf-8";
                response.ContentLength = answer.Body.Length;
                await response.Body.WriteAsync(answer.Body);
                break;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LongestBody)
            return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[4 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LongestBody)
                return null;
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.ToArray();
    }
}
