using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>What was asked ahead of its time in a transaction, for as long as nothing was written that changes it.</summary>
/// <param name="conversation">Where.</param>
/// <param name="foresight">What was foreseen.</param>
internal sealed class Foreseen(ConversationKey conversation, Foresight foresight)
{
    public Deferred<KnownPerson>? Person { private get; set; }

    public Deferred<FoundAssessment>? Assessment { private get; set; }

    public Deferred<List<Message>>? Messages { private get; set; }

    /// <summary>Null where somebody else was foreseen.</summary>
    public Deferred<KnownPerson>? PersonOf(ConversationKey key, string platformId) =>
        key == conversation && platformId == foresight.Person ? Person : null;

    /// <summary>Null where another was foreseen.</summary>
    public Deferred<FoundAssessment>? AssessmentOf(ConversationKey key, AssessmentId id) => IsOf(key, id) ? Assessment : null;

    /// <summary>Null where those of another were foreseen.</summary>
    public Deferred<List<Message>>? MessagesOf(ConversationKey key, AssessmentId id) => IsOf(key, id) ? Messages : null;

    /// <summary>Somebody's name is about to be written.</summary>
    public void ForgetPerson() => Person = null;

    /// <summary>An assessment's state is about to be written.</summary>
    public void ForgetAssessment() => Assessment = null;

    /// <summary>Messages are about to be written, and with them whether one of an assessment's is lost.</summary>
    public void ForgetMessages() => (Assessment, Messages) = (null, null);

    private bool IsOf(ConversationKey key, AssessmentId id) => key == conversation && id == foresight.Assessment;
}
