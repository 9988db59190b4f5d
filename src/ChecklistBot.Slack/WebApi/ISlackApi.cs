namespace ChecklistBot.Slack.WebApi;

/// <summary>
/// The one door to Slack's Web API; an SDK could take its place. Failures are values; nothing is repeated here, because only
/// the caller knows whether a repeat is wanted. Only cancellation throws.
/// </summary>
public interface ISlackApi
{
    /// <summary><c>auth.test</c>: who the bot is.</summary>
    Task<SlackReply<Protocol.SlackIdentity>> AuthTestAsync(CancellationToken cancellationToken);

    /// <summary><c>chat.postMessage</c>, into a thread where one is given, and then also to the channel if wanted.</summary>
    Task<SlackReply<PostedMessage>> PostMessageAsync(
        string channel, string? thread, bool broadcast, SlackMessage message, CancellationToken cancellationToken);

    /// <summary><c>chat.update</c>.</summary>
    Task<SlackReply<PostedMessage>> UpdateMessageAsync(string channel, string ts, SlackMessage message, CancellationToken cancellationToken);

    /// <summary><c>chat.postEphemeral</c>: shown to one person of the channel, not kept over a reload.</summary>
    Task<SlackReply<Acknowledged>> PostEphemeralAsync(
        string channel, string user, string? thread, SlackMessage message, CancellationToken cancellationToken);

    /// <summary><c>pins.add</c>; what is pinned already counts as done.</summary>
    Task<SlackReply<Acknowledged>> AddPinAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>pins.remove</c>; what is not pinned counts as done.</summary>
    Task<SlackReply<Acknowledged>> RemovePinAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>views.open</c>, within 3 s of the press that the trigger belongs to.</summary>
    Task<SlackReply<OpenedView>> OpenViewAsync(string triggerId, ReadOnlyMemory<byte> view, CancellationToken cancellationToken);

    /// <summary><c>views.update</c>, refused with <c>hash_conflict</c> when the view has changed since.</summary>
    Task<SlackReply<OpenedView>> UpdateViewAsync(OpenedView opened, ReadOnlyMemory<byte> view, CancellationToken cancellationToken);

    /// <summary><c>conversations.info</c>.</summary>
    Task<SlackReply<ConversationFacts>> GetConversationAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>conversations.join</c>, public channels only.</summary>
    Task<SlackReply<Acknowledged>> JoinConversationAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>users.info</c>.</summary>
    Task<SlackReply<UserFacts>> GetUserAsync(string user, CancellationToken cancellationToken);

    /// <summary><c>chat.getPermalink</c>.</summary>
    Task<SlackReply<Permalink>> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>apps.connections.open</c>, with the app-level token.</summary>
    Task<SlackReply<SocketAddress>> OpenConnectionAsync(CancellationToken cancellationToken);

    /// <summary>Answers one person through a <c>response_url</c>, which works where the bot is no member; five times in 30 minutes.</summary>
    /// <param name="responseUrl">As the payload gave it; refused unless it is Slack's own.</param>
    /// <param name="message">What to say; none deletes the message that was pressed.</param>
    /// <param name="replaceOriginal">Puts it in place of the message that was pressed.</param>
    /// <param name="thread">The thread to show it in, when it replaces nothing.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SlackReply<Acknowledged>> RespondAsync(
        string responseUrl, SlackMessage? message, bool replaceOriginal, string? thread, CancellationToken cancellationToken);
}
