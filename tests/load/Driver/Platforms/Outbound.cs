namespace ChecklistBot.Load.Platforms;

/// <summary>What the bot sent to the platform.</summary>
/// <param name="IsPost">A new message; else an edit.</param>
/// <param name="MessageId">The message's id.</param>
/// <param name="Body">The body as it came.</param>
internal sealed record Outbound(bool IsPost, string MessageId, string Body);
