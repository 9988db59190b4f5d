namespace ChecklistBot.Assessments.Channels;

/// <summary>Names a conversation for ever.</summary>
/// <param name="Platform"><c>teams</c>, <c>slack</c> or <c>web</c>.</param>
/// <param name="Tenant">The workspace or tenant of the conversation, never of the author.</param>
/// <param name="Id">The platform's id without any thread.</param>
public sealed record ConversationKey(string Platform, string Tenant, string Id);
