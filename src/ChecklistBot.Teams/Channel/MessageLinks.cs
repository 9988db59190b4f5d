using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Channel;

/// <summary>Addresses that open a message in the Teams client (the documentation's page on deep links).</summary>
/// <param name="connector">Asked once for a team's Entra group where activities do not name it.</param>
/// <param name="time">After a while a team is asked for again that was not told.</param>
public sealed class MessageLinks(ITeamsConnector connector, TimeProvider time)
{
    /// <summary>A link without the group opens as well: not each edit of a card has to ask first.</summary>
    private static readonly TimeSpan Untold = TimeSpan.FromMinutes(10);

    private const string Root = "https://teams.microsoft.com/l/message/";
    private const string ChatContext = "?context=%7B%22contextType%22%3A%22chat%22%7D";
    private const int MaxTeams = 2000;

    private readonly ConcurrentDictionary<string, (string? Group, long Asked)> groups = new(StringComparer.Ordinal);

    /// <summary>The link of a message, without its team where the bot is told to stop meanwhile: what was posted is posted. Null in personal chats, whose id only the bot knows, and where there is no message id.</summary>
    public async ValueTask<string?> OfAsync(ConversationReference conversation, string messageId, CancellationToken cancellationToken)
    {
        if (messageId.Length == 0) return null;
        var message = $"{Root}{Uri.EscapeDataString(conversation.Key.Id)}/{Uri.EscapeDataString(messageId)}";
        return conversation.Kind switch
        {
            ConversationKind.Group => message + ChatContext,
            ConversationKind.Channel => message + await ChannelContextAsync(conversation, messageId, cancellationToken),
            _ => null,
        };
    }

    private async ValueTask<string> ChannelContextAsync(ConversationReference conversation, string messageId, CancellationToken cancellationToken)
    {
        var context = $"?tenantId={Uri.EscapeDataString(conversation.Key.Tenant)}";
        if (await GroupOfAsync(conversation, cancellationToken) is { } group) context += $"&groupId={group}";
        return $"{context}&parentMessageId={Uri.EscapeDataString(conversation.Thread ?? messageId)}&createdTime={Uri.EscapeDataString(messageId)}";
    }

    private async ValueTask<string?> GroupOfAsync(ConversationReference conversation, CancellationToken cancellationToken)
    {
        if (!TeamsAddress.TryParse(conversation.Address, out var address)) return null;
        if (address.GroupId is { } given) return given;
        if (address.TeamId is not { } team) return null;
        if (groups.TryGetValue(team, out var known) && (known.Group is not null || time.GetElapsedTime(known.Asked) < Untold)) return known.Group;
        if (cancellationToken.IsCancellationRequested) return null;

        var target = new TeamsTarget(address.ServiceUrl, conversation.Key.Id, conversation.Key.Tenant);
        try
        {
            var found = await connector.FindGroupAsync(target, team, cancellationToken);
            if (groups.Count >= MaxTeams) groups.Clear();
            groups[team] = (found, time.GetTimestamp());
            return found;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
