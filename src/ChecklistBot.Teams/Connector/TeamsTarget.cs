namespace ChecklistBot.Teams.Connector;

/// <summary>Where a call to the platform goes.</summary>
/// <param name="ServiceUrl">As the last authenticated activity of the conversation named it.</param>
/// <param name="ConversationId">With <c>;messageid=</c> for a thread: the platform finds a thread by nothing else.</param>
/// <param name="TenantId">The conversation's tenant.</param>
public sealed record TeamsTarget(string ServiceUrl, string ConversationId, string TenantId);
