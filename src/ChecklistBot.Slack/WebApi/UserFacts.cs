namespace ChecklistBot.Slack.WebApi;

/// <summary>What <c>users.info</c> says.</summary>
/// <param name="Name">The display name where there is one, else the real name, else the account's.</param>
/// <param name="IsGuest">A guest of the workspace.</param>
/// <param name="IsStranger">A person of another organisation, met in a shared channel.</param>
public sealed record UserFacts(string Name, bool IsGuest, bool IsStranger);
