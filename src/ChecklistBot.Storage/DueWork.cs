using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage;

/// <summary>What a delivery loop may do now.</summary>
/// <param name="Claimed">Conversations with a message whose time has come, the longest waiting first. Nobody else delivers there until they are released.</param>
/// <param name="Next">When to look again for what nobody has claimed; now or earlier where somebody was in the way. Null when nothing else is pending.</param>
public sealed record DueWork(IReadOnlyList<ConversationKey> Claimed, DateTimeOffset? Next);
