using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Protocol;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Connector;

/// <summary>The Bot Connector's REST calls, spoken directly.</summary>
/// <param name="client">Follows no redirects.</param>
/// <param name="tokens">The bot's credential.</param>
/// <param name="hosts">Where the credential may go: checked again for each call, since a stored address may be older than the settings.</param>
/// <param name="budget">The platform's limits.</param>
/// <param name="time">For waiting times.</param>
/// <param name="logger">Hears what the platform refused.</param>
public sealed class TeamsConnector(
    HttpClient client, IPlatformTokens tokens, ServiceHosts hosts, SendBudget budget, TimeProvider time, ILogger<TeamsConnector> logger)
    : ITeamsConnector
{
    private readonly PlatformCalls calls = new(client, tokens, time, logger);
    private readonly RefusedTokens refused = new(time);

    /// <inheritdoc/>
    public bool IsTokenRefused => refused.IsSo;

    /// <inheritdoc/>
    public Task<DeliveryOutcome> SendAsync(TeamsTarget target, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Post, target, Path(target, "activities"), activity, null, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryOutcome> StartThreadAsync(TeamsTarget target, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        var channel = ThreadAddress.Of(target.ConversationId).Channel;
        var body = ConnectorBody.Thread(channel, target.TenantId, activity);
        return DeliverAsync(HttpMethod.Post, target, "v3/conversations", body, null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<DeliveryOutcome> UpdateAsync(
        TeamsTarget target, string messageId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Put, target, Path(target, "activities", messageId), activity, messageId, cancellationToken);

    /// <inheritdoc/>
    public Task<DeliveryOutcome> DeleteAsync(TeamsTarget target, string messageId, CancellationToken cancellationToken) =>
        DeliverAsync(HttpMethod.Delete, target, Path(target, "activities", messageId), null, messageId, cancellationToken);

    /// <inheritdoc/>
    public async Task<Member?> FindMemberAsync(TeamsTarget target, string personId, CancellationToken cancellationToken)
    {
        if (Address(target, Path(target, "members", personId)) is not { } address) return null;
        var result = await calls.CallAsync(HttpMethod.Get, address, PlatformScopes.Connector, null, cancellationToken);
        return result.Reply is { IsSuccess: true } reply && reply.Text("id") is { } id
            ? new Member(id, reply.Text("name") ?? "", reply.Text("userPrincipalName") ?? reply.Text("email"), reply.Text("userRole"))
            : null;
    }

    /// <inheritdoc/>
    public async Task<string?> FindGroupAsync(TeamsTarget target, string teamId, CancellationToken cancellationToken)
    {
        var path = Identifier.IsUsable(teamId) ? "v3/teams/" + Uri.EscapeDataString(teamId) : null;
        if (Address(target, path) is not { } address) return null;
        var result = await calls.CallAsync(HttpMethod.Get, address, PlatformScopes.Connector, null, cancellationToken);
        return result.Reply is { IsSuccess: true } reply && Guid.TryParse(reply.Text("aadGroupId"), out var group) ? group.ToString("D") : null;
    }

    private async Task<DeliveryOutcome> DeliverAsync(
        HttpMethod method, TeamsTarget target, string? path, ReadOnlyMemory<byte>? body, string? changedId, CancellationToken cancellationToken)
    {
        if (Address(target, path) is not { } address)
        {
            return new Refused("The stored address of this conversation is not one of the platform's. Write to the bot there once to renew it.");
        }

        var wait = budget.Take(target);
        if (wait > TimeSpan.Zero) return new Wait(wait) { IsHeldBack = true };

        var result = await calls.CallAsync(method, address, PlatformScopes.Connector, body, cancellationToken);
        if (result.Reply is not { } reply) return result.Outcome!;
        refused.Note(reply.Status);
        if (reply.IsSuccess) return new Delivered(changedId ?? MessageIdIn(reply));
        var failure = StatusTable.Failure(reply, changedId is not null);
        // The limit is the thread's and not the message's.
        if (failure is Wait told) budget.Close(target, told.After);
        return failure;
    }

    // A new thread is answered with its first message in activityId, or only with the thread's own id, which names it too.
    private static string MessageIdIn(PlatformReply reply)
    {
        var id = reply.Text("activityId") ?? reply.Text("id");
        if (!Identifier.IsUsable(id)) return "";
        return ThreadAddress.Of(id).RootMessageId ?? id;
    }

    private static string? Path(TeamsTarget target, params ReadOnlySpan<string> rest)
    {
        if (!Identifier.IsUsable(target.ConversationId)) return null;
        var path = new System.Text.StringBuilder("v3/conversations/").Append(Uri.EscapeDataString(target.ConversationId));
        foreach (var part in rest)
        {
            if (!Identifier.IsUsable(part)) return null;
            path.Append('/').Append(Uri.EscapeDataString(part));
        }

        return path.ToString();
    }

    private Uri? Address(TeamsTarget target, string? path) =>
        path is not null && hosts.Allows(target.ServiceUrl) ? new Uri($"{target.ServiceUrl.TrimEnd('/')}/{path}") : null;
}
