using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Channel;

/// <summary>Addresses that open a message in the Teams client (the documentation's page on deep links).</summary>
/// <param name="connector">Asked once for a team's Entra group where activities do not name it.</param>
/// <param name="time">For how long it is not asked again for one that it did not give.</param>
public sealed class MessageLinks(ITeamsConnector connector, TimeProvider time)
{
    private const string Root = "https://teams.microsoft.com/l/message/";
    private const string ChatContext = "?context=%7B%22contextType%22%3A%22chat%22%7D";
    private const int MaxTeams = 2000;

    /// <summary>A team whose group is not given would cost every edit a second call.</summary>
    private static readonly TimeSpan NotGivenFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, string> groups = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> notGiven = new(StringComparer.Ordinal);

    /// <summary>The link of a message; null in personal chats, whose id only the bot knows, and where there is no message id.</summary>
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
        if (groups.TryGetValue(team, out var known)) return known;
        if (notGiven.TryGetValue(team, out var since) && time.GetElapsedTime(since) < NotGivenFor) return null;

        var target = new TeamsTarget(address.ServiceUrl, conversation.Key.Id, conversation.Key.Tenant);
        try
        {
            if (await connector.FindGroupAsync(target, team, cancellationToken) is { } found)
            {
                Keep(groups, team, found);
                return found;
            }
        }
        catch (OperationCanceledException)
        {
            // The message is there already: thrown on, this would have it posted a second time.
            return null;
        }

        Keep(notGiven, team, time.GetTimestamp());
        return null;
    }

    private static void Keep<T>(ConcurrentDictionary<string, T> all, string team, T value)
    {
        if (all.Count >= MaxTeams) all.Clear();
        all[team] = value;
    }
}
