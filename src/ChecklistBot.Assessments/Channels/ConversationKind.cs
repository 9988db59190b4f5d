namespace ChecklistBot.Assessments.Channels;

/// <summary>How many people a conversation has, as far as it changes what people expect.</summary>
public enum ConversationKind
{
    /// <summary>One person and the bot: an item moves on after the answer.</summary>
    Personal,

    /// <summary>A group chat: an item stays until someone presses Next.</summary>
    Group,

    /// <summary>A channel, possibly with threads; as <see cref="Group"/>.</summary>
    Channel,
}
