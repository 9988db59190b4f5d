namespace ChecklistBot.Teams.Protocol;

/// <summary>A mention inside a message's text.</summary>
/// <param name="AccountId">Whom it names.</param>
/// <param name="Text">The piece of the text that draws it, such as <c>&lt;at&gt;Checklist&lt;/at&gt;</c>, byte for byte.</param>
public sealed record Mention(string AccountId, string Text);
