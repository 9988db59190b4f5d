using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Tests.Data;

/// <summary>What only tests ask for.</summary>
internal static class MessageQuestions
{
    /// <summary>The message of an assessment in a slot; null for none.</summary>
    public static async Task<Message?> FindMessageAsync(
        this IStoreReader reader, ConversationKey key, AssessmentId id, string slot, CancellationToken cancellationToken) =>
        (await reader.MessagesOfAsync(key, id, cancellationToken)).SingleOrDefault(message => message.Slot == slot);
}
