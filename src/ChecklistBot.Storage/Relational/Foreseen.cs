using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>What was asked ahead of its time in a transaction.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Of">What was foreseen.</param>
internal sealed record Foreseen(ConversationKey Conversation, Foresight Of)
{
    public Deferred<KnownPerson>? Person { get; init; }

    public Deferred<FoundAssessment>? Assessment { get; init; }

    public Deferred<List<Message>>? Messages { get; init; }
}
