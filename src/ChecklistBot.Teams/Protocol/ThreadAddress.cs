namespace ChecklistBot.Teams.Protocol;

/// <summary>
/// A conversation id taken apart. In channels the id of a thread is the channel's id, then <c>;messageid=</c> and the id of the
/// thread's first message; everywhere else there is no thread.
/// </summary>
/// <param name="Channel">The channel or chat.</param>
/// <param name="RootMessageId">The first message of the thread; <see langword="null"/> outside threads.</param>
public sealed record ThreadAddress(string Channel, string? RootMessageId)
{
    private const string Separator = ";messageid=";

    /// <summary>The id as the platform writes it.</summary>
    public string ConversationId => RootMessageId is null ? Channel : Channel + Separator + RootMessageId;

    /// <summary>Takes an id apart; an id with nothing before or behind the separator stays whole.</summary>
    public static ThreadAddress Of(string conversationId)
    {
        var at = conversationId.LastIndexOf(Separator, StringComparison.OrdinalIgnoreCase);
        return at <= 0 || at + Separator.Length == conversationId.Length
            ? new ThreadAddress(conversationId, null)
            : new ThreadAddress(conversationId[..at], conversationId[(at + Separator.Length)..]);
    }
}
