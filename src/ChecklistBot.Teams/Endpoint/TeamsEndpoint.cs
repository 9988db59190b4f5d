using System.Buffers;
using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>One request of the platform: verify, decode, hand on, answer. Nothing of the body is read before the token has passed.</summary>
/// <param name="settings">Whether requests carry tokens.</param>
/// <param name="tokens">Checks tokens.</param>
/// <param name="gate">Checks activities.</param>
/// <param name="handler">Does what they ask.</param>
/// <param name="logger">Hears what was turned away.</param>
public sealed class TeamsEndpoint(
    TeamsSettings settings, TokenChecker tokens, ActivityGate gate, ActivityHandler handler, ILogger<TeamsEndpoint> logger)
{
    /// <summary>The platform's own envelope ends here; larger bodies get 413.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    /// <summary>Answers a <c>POST</c>.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var reply = await ReplyAsync(context);
        context.Response.StatusCode = reply.Status;
        if (reply.Status == StatusCodes.Status401Unauthorized) context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        if (reply.Body is null) return;
        context.Response.ContentType = "application/json; charset=utf-8";
        JsonWriting.Use(reply.Body, bytes =>
        {
            context.Response.ContentLength = bytes.Length;
            context.Response.BodyWriter.Write(bytes);
        });
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private async ValueTask<TeamsReply> ReplyAsync(HttpContext context)
    {
        var cancellation = context.RequestAborted;
        CheckedToken? token = null;
        if (!settings.IsOpen)
        {
            (token, var verdict) = await tokens.CheckAsync(context.Request.Headers.Authorization.ToString(), cancellation);
            if (token is null) return TurnAway(verdict);
        }

        var body = await RequestBody.ReadAsync(context.Request, MaxBodyBytes, cancellation);
        if (body is null) return new TeamsReply(StatusCodes.Status413PayloadTooLarge);
        if (!ActivityParser.TryParse(body.Value, out var activity, out var reason)) return Malformed(reason);
        if (gate.Judge(activity, token) is { IsAccepted: false } refusal) return TurnAway(refusal);
        if (!Envelope.TryRead(activity, out var envelope, out reason)) return Malformed(reason);

        // What the platform gave up waiting for must still be kept: only the core's own storage may stop it.
        return await handler.HandleAsync(activity, envelope, CancellationToken.None);
    }

    private TeamsReply TurnAway(Verdict verdict)
    {
        logger.RequestTurnedAway(verdict.Status, verdict.Reason);
        return new TeamsReply(verdict.Status);
    }

    private TeamsReply Malformed(string reason)
    {
        logger.RequestTurnedAway(StatusCodes.Status400BadRequest, reason);
        return new TeamsReply(StatusCodes.Status400BadRequest);
    }
}
