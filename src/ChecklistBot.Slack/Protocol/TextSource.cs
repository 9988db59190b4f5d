namespace ChecklistBot.Slack.Protocol;

/// <summary>How a text reached the bot.</summary>
public enum TextSource
{
    /// <summary>Typed after <c>/checklist</c>: only the typist sees it, and there is no message.</summary>
    SlashCommand,

    /// <summary>A message in a channel or group that mentions the bot.</summary>
    Mention,

    /// <summary>A message in the bot's own direct message.</summary>
    DirectMessage,
}
