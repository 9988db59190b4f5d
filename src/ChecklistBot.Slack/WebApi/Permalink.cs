namespace ChecklistBot.Slack.WebApi;

/// <summary>An address that opens a message.</summary>
/// <param name="Address">An absolute https address.</param>
public sealed record Permalink(string Address);
