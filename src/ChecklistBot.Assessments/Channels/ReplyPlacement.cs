namespace ChecklistBot.Assessments.Channels;

/// <summary>Where an answer to one person goes; the platform knows what its people bear.</summary>
public enum ReplyPlacement
{
    /// <summary>A message in the conversation, kept and delivered like a card (personal chats, the web room).</summary>
    InConversation,

    /// <summary>As <see cref="InConversation"/>, but only when something was refused, asked or asked for, or the card stands in another thread: else it shows the rest (Teams groups).</summary>
    InConversationWhenNeeded,

    /// <summary>Only in <see cref="TurnAnswer.Reply"/>: the platform shows it to that person alone (Slack's ephemeral messages).</summary>
    ToPersonOnly,
}
