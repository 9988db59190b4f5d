using System.Net;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Protocol;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Connector;

/// <summary>
/// Pins messages in chats through Microsoft Graph. For channels Graph has no such call, and its chat call answers 201 there without pinning
/// anything, so it must never be asked about a channel.
/// </summary>
/// <param name="client">Follows no redirects.</param>
/// <param name="baseUrl">Graph's address with version.</param>
/// <param name="tokens">The bot's credential.</param>
/// <param name="time">For waiting times.</param>
/// <param name="logger">Hears what Graph refused.</param>
public sealed class GraphPins(HttpClient client, string baseUrl, IPlatformTokens tokens, TimeProvider time, ILogger<GraphPins> logger)
{
    private const string NeedsAdministrator = "Microsoft Graph does not let the bot pin here: an administrator must grant it Chat.ReadWrite.All";

    private readonly PlatformCalls calls = new(client, tokens, time, logger);
    private readonly string root = baseUrl.TrimEnd('/');

    /// <summary>Pins a message of a group chat.</summary>
    public async Task<DeliveryOutcome> PinAsync(string chatId, string messageId, CancellationToken cancellationToken)
    {
        if (Chat(chatId) is not { } chat || !Identifier.IsUsable(messageId)) return NotPossible;
        var body = ConnectorBody.Pin($"{chat}/messages/{Uri.EscapeDataString(messageId)}");
        var result = await calls.CallAsync(HttpMethod.Post, new Uri(chat + "/pinnedMessages"), PlatformScopes.Graph, body, cancellationToken);
        return Outcome(result, messageId, HttpStatusCode.Conflict, $"{NeedsAdministrator}; then press Pin again below it, or type pin and its number.");
    }

    /// <summary>Takes a pin away; one that is gone already counts as taken away.</summary>
    public async Task<DeliveryOutcome> UnpinAsync(string chatId, string messageId, CancellationToken cancellationToken)
    {
        if (Chat(chatId) is not { } chat || !Identifier.IsUsable(messageId)) return NotPossible;
        var address = new Uri($"{chat}/pinnedMessages/{Uri.EscapeDataString(messageId)}");
        var result = await calls.CallAsync(HttpMethod.Delete, address, PlatformScopes.Graph, null, cancellationToken);
        return Outcome(result, messageId, HttpStatusCode.NotFound, $"{NeedsAdministrator}.");
    }

    private static Refused NotPossible => new("This chat has no id that Microsoft Graph can pin in.");

    private static DeliveryOutcome Outcome(CallResult result, string messageId, HttpStatusCode alreadySo, string forbidden)
    {
        if (result.Reply is not { } reply) return result.Outcome!;
        if (reply.IsSuccess || reply.Status == alreadySo) return new Delivered(messageId);
        if (reply.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) return new Refused(forbidden);
        // The table's sentences are about messages, which this is not.
        return StatusTable.Failure(reply, changesMessage: true) is var failure and not Refused
            ? failure
            : new Refused($"Microsoft Graph did not accept this ({StatusTable.Number(reply)}): tell whoever runs the bot.");
    }

    // Only 19:… chats exist for Graph; the bot's own id of a personal chat does not.
    private string? Chat(string chatId) =>
        Identifier.IsUsable(chatId) && chatId.StartsWith("19:", StringComparison.Ordinal)
            ? $"{root}/chats/{Uri.EscapeDataString(chatId)}"
            : null;
}
