namespace ChecklistBot.Slack.WebApi;

/// <summary>
/// A slash command works everywhere, also where the bot cannot post: this tells the cases apart, so that people are told
/// "invite me" instead of nothing.
/// </summary>
public static class PostingDecision
{
    /// <summary>Decides by what <c>conversations.info</c> answered.</summary>
    /// <param name="channel">The conversation's id; direct messages begin with D.</param>
    /// <param name="reply">The answer, however it ended.</param>
    public static PostingRoute For(string channel, SlackReply<ConversationFacts> reply) => reply switch
    {
        { Answer: { } facts } => For(facts),
        // Slack hides what the bot is not in behind the same code as what does not exist.
        _ when reply.IsRefusedWith("channel_not_found") =>
            channel.StartsWith('D') ? PostingRoute.BetweenOthers : PostingRoute.AskForInvitation,
        _ => PostingRoute.Post,
    };

    /// <summary>What to say to the person instead of a card; empty where the bot can post.</summary>
    /// <param name="route">The case.</param>
    public static string Sentence(PostingRoute route) => route switch
    {
        PostingRoute.AskForInvitation => ErrorSentences.For("not_in_channel"),
        PostingRoute.BetweenOthers =>
            "This is a direct message between other people, where I cannot keep a card. Write to me directly, or use a channel that I am in.",
        PostingRoute.Archived => ErrorSentences.For("is_archived"),
        _ => "",
    };

    private static PostingRoute For(ConversationFacts facts) => facts switch
    {
        { IsArchived: true } => PostingRoute.Archived,
        { IsMember: true } or { IsDirect: true } => PostingRoute.Post,
        { IsPrivate: true } or { IsGroup: true } => PostingRoute.AskForInvitation,
        _ => PostingRoute.JoinFirst,
    };
}
