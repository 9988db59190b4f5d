using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>
/// One activity of the Bot Framework protocol, with the members that the bot uses. Members of a wrong kind count as absent, unknown
/// members are ignored (rules A2005 and A2006 of the activity specification). Nothing in it is trusted before it was authenticated.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/>, or anything else.</summary>
    public required string Type { get; init; }

    /// <summary>Epoch milliseconds for a message, <c>f:GUID</c> for events and invokes; unique inside its conversation only.</summary>
    public string? Id { get; init; }

    /// <summary>When it was sent, as written; an edit differs from its message by this.</summary>
    public string? Timestamp { get; init; }

    /// <summary><c>msteams</c> for Teams; empty where absent.</summary>
    public string ChannelId { get; init; } = "";

    /// <summary>Where answers go to; empty where absent.</summary>
    public string ServiceUrl { get; init; } = "";

    /// <summary>Who sent it.</summary>
    public Account? From { get; init; }

    /// <summary>The bot, as this conversation knows it.</summary>
    public Account? Recipient { get; init; }

    /// <summary>The conversation's id, with <c>;messageid=</c> in a thread.</summary>
    public string? ConversationId { get; init; }

    /// <summary>The kind of conversation.</summary>
    public ConversationScope Scope { get; init; }

    /// <summary><c>conversation.tenantId</c>.</summary>
    public string? ConversationTenantId { get; init; }

    /// <summary><c>channelData.tenant.id</c>; in shared channels the sender's tenant.</summary>
    public string? ChannelDataTenantId { get; init; }

    /// <summary><c>channelData.team.id</c>.</summary>
    public string? TeamId { get; init; }

    /// <summary><c>channelData.team.aadGroupId</c>, needed for links to channel messages.</summary>
    public string? TeamGroupId { get; init; }

    /// <summary><c>channelData.eventType</c> of modification events.</summary>
    public string? EventType { get; init; }

    /// <summary>The text as sent, mentions included.</summary>
    public string? Text { get; init; }

    /// <summary>Mentions of people and bots in the text.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>The message that holds the pressed card.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>An invoke's name.</summary>
    public string? Name { get; init; }

    /// <summary>An installation's action: <c>add</c>, <c>remove</c>, <c>add-upgrade</c> or <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Ids of the members who came.</summary>
    public IReadOnlyList<string> MembersAdded { get; init; } = [];

    /// <summary>Ids of the members who went.</summary>
    public IReadOnlyList<string> MembersRemoved { get; init; } = [];

    /// <summary>The value of an invoke or of an <c>Action.Submit</c>; independent of the request's buffer. Undefined where absent.</summary>
    public JsonElement Value { get; init; }
}
