namespace ChecklistBot.Slack.WebApi;

/// <summary>What <c>conversations.info</c> says.</summary>
/// <param name="IsMember">The bot is in it; always true of its own direct messages.</param>
/// <param name="IsPrivate">A private channel or a group.</param>
/// <param name="IsDirect">A direct message of two.</param>
/// <param name="IsGroup">A direct message of several.</param>
/// <param name="IsArchived">Nobody can write there any more.</param>
public sealed record ConversationFacts(bool IsMember, bool IsPrivate, bool IsDirect, bool IsGroup, bool IsArchived);
