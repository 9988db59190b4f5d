using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Everything a turn is handled with.</summary>
/// <param name="Store">The turn's transaction.</param>
/// <param name="Turn">What was done.</param>
/// <param name="Person">The number of the person who did it.</param>
/// <param name="Now">The moment of the turn.</param>
/// <param name="IsNewConversation">Whether the bot had never been spoken to here.</param>
internal sealed record Scene(IStoreTransaction Store, Turn Turn, int Person, DateTimeOffset Now, bool IsNewConversation)
{
    /// <summary>The assessment that the button or form named, as it was when the turn began; null when it named none.</summary>
    public StoredAssessment? Named { get; init; }

    public ConversationKey Key => Turn.Conversation.Key;

    /// <summary>Whether words reach the bot here only with its mention.</summary>
    public bool NeedsMention => Mentions.AreNeeded(Key, Turn.Conversation.Kind);
}
