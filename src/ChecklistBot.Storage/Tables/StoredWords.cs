using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Tables;

/// <summary>How closed sets are written into columns. Stored data: the words never change, whatever the code calls the members.</summary>
internal static class StoredWords
{
    public const string Pending = "pending";
    public const string Delivered = "delivered";
    public const string Refused = "refused";
    public const string Lost = "lost";

    public const string Live = "live";
    public const string Recommendation = "recommendation";
    public const string PinPost = "pin-post";
    public const string Record = "record";
    public const string Notice = "notice";
    public const string Said = "said";

    /// <summary>Whether a message is pinned: 2, which is no wish, while nobody knows.</summary>
    public static long Of(bool? pinned) => pinned switch
    {
        true => 1,
        false => 0,
        null => 2,
    };

    public static bool? ToPinned(long stored) => stored == 2 ? null : stored != 0;

    public static string Of(MessageState state) => state switch
    {
        MessageState.Pending => Pending,
        MessageState.Delivered => Delivered,
        MessageState.Refused => Refused,
        MessageState.Lost => Lost,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static MessageState ToState(string word) => word switch
    {
        Pending => MessageState.Pending,
        Delivered => MessageState.Delivered,
        Refused => MessageState.Refused,
        Lost => MessageState.Lost,
        _ => throw Unknown(word),
    };

    public static string Of(Phase phase) => phase switch
    {
        Phase.Open => "open",
        Phase.Finished => "finished",
        Phase.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(phase)),
    };

    public static Phase ToPhase(string word) => word switch
    {
        "open" => Phase.Open,
        "finished" => Phase.Finished,
        "cancelled" => Phase.Cancelled,
        _ => throw Unknown(word),
    };

    public static string Of(ConversationKind kind) => kind switch
    {
        ConversationKind.Personal => "personal",
        ConversationKind.Group => "group",
        ConversationKind.Channel => "channel",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static ConversationKind ToKind(string word) => word switch
    {
        "personal" => ConversationKind.Personal,
        "group" => ConversationKind.Group,
        "channel" => ConversationKind.Channel,
        _ => throw Unknown(word),
    };

    /// <summary>What a message shows, so that the present card and the present recommendation are found without reading contents. Of a live card, a
    /// recommendation and a pin post that is everything: <see cref="MessageRow"/> builds them from it.</summary>
    public static (string Kind, int Revision, int Copy) Of(MessageContent content) => content switch
    {
        LiveContent live => (Live, live.Generation, 1),
        RecommendationContent recommendation => (Recommendation, recommendation.Revision, recommendation.Copy),
        PinPostContent post => (PinPost, post.Revision, post.Copy),
        RecordContent => (Record, 0, 1),
        NoticeContent => (Notice, 0, 1),
        SaidContent => (Said, 0, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    private static InvalidDataException Unknown(string word) => new($"The database holds \"{word}\", which this program does not know.");
}
