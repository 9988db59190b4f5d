namespace ChecklistBot.Slack.Protocol;

/// <summary>Who typed or tapped.</summary>
/// <param name="UserId">Opaque; unique for Slack as a whole.</param>
/// <param name="HomeTeam">The person's own workspace, which differs from the tenant for people of other organisations.</param>
/// <param name="Name">The name that the payload carries, a fall-back until <c>users.info</c> has answered.</param>
public sealed record SlackPerson(string UserId, string? HomeTeam = null, string? Name = null);
