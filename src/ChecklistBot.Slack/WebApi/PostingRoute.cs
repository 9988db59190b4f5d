namespace ChecklistBot.Slack.WebApi;

/// <summary>What the bot can do in a conversation where someone gave it a command.</summary>
public enum PostingRoute
{
    /// <summary>Post: it is a member, or nothing is known against it and the post itself will tell.</summary>
    Post,

    /// <summary>A public channel that the bot must join before it posts or pins.</summary>
    JoinFirst,

    /// <summary>A private channel or a group without the bot: only an invitation helps.</summary>
    AskForInvitation,

    /// <summary>A direct message between other people: there is no place for a living card.</summary>
    BetweenOthers,

    /// <summary>Nobody can write here any more.</summary>
    Archived,
}
