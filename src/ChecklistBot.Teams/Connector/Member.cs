namespace ChecklistBot.Teams.Connector;

/// <summary>Someone on a conversation's roster.</summary>
/// <param name="Id">The platform's id of the person.</param>
/// <param name="Name">What people call them; empty where not given.</param>
/// <param name="PrincipalName">Name at their organisation, like a mail address; null where not given.</param>
/// <param name="Role"><c>guest</c>, <c>user</c>, …; null where not given.</param>
public sealed record Member(string Id, string Name, string? PrincipalName, string? Role);
