namespace ChecklistBot.Teams.Protocol;

/// <summary>The three kinds of place in Teams (<c>conversation.conversationType</c>).</summary>
public enum ConversationScope
{
    /// <summary>One person and the bot.</summary>
    Personal,

    /// <summary>Several people outside a team; meetings too.</summary>
    GroupChat,

    /// <summary>A channel of a team, or one thread in it.</summary>
    Channel,
}
