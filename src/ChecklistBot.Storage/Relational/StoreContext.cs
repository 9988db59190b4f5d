using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Relational;

/// <summary>What a store knows besides its tables.</summary>
/// <param name="States">Of assessments in use.</param>
/// <param name="IsFollowed">Whether anyone may read on in a conversation's stream of changes; where nobody can, no places in it are taken.</param>
internal sealed record StoreContext(KnownStates States, Func<ConversationKey, bool> IsFollowed);
