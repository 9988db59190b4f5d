using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>Hands each change to its table and remembers what must happen after the commit.</summary>
/// <param name="session">The turn's connection.</param>
/// <param name="tidies">Whether this turn also removes expired dedupe keys.</param>
internal sealed class RelationalTransaction(Session session, bool tidies) : RelationalReader(session), IStoreTransaction
{
    private DateTimeOffset? claimedAt;
    private ConversationKey? locked;

    /// <summary>Whether something is left to deliver.</summary>
    public bool BecamePending { get; private set; }

    /// <summary>Whether a name was removed.</summary>
    public bool ForgotSomeone { get; private set; }

    /// <remarks>An assessment that a turn reads is one that it is about to change.</remarks>
    public override async Task<StoredAssessment?> FindAssessmentAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken)
    {
        await LockAsync(key, cancellationToken);
        return await AssessmentTable.FindAsync(Session, key, id, locks: true, cancellationToken);
    }

    public Task SaveConversationAsync(ConversationReference conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        locked = conversation.Key;
        return ConversationTable.SaveAsync(Session, conversation, now, cancellationToken);
    }

    public Task<int> TakeAssessmentNumberAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ConversationTable.TakeAssessmentNumberAsync(Session, key, cancellationToken);

    public Task<int> SavePersonAsync(ConversationKey key, PersonReference person, CancellationToken cancellationToken) =>
        PeopleTable.SaveAsync(Session, key, person, cancellationToken);

    public async Task<ForgottenPerson> ForgetPersonAsync(
        ConversationKey key,
        int person,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await PeopleTable.ForgetAsync(Session, key, person, cancellationToken);
        ForgotSomeone = true;
        var (forgotten, pending) = await MessageRedraw.OfPersonAsync(Session, key, person, now, cancellationToken);
        BecamePending |= pending;
        return forgotten;
    }

    public Task AppendAsync(
        ConversationKey key,
        Assessment? before,
        Assessment after,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken cancellationToken) =>
        AssessmentWriter.AppendAsync(Session, key, before, after, events, cancellationToken);

    public Task<string?> FindSeenAsync(ConversationKey key, string dedupeKey, DateTimeOffset now, CancellationToken cancellationToken) =>
        SeenTable.FindAsync(Session, key, dedupeKey, now, cancellationToken);

    public Task ClaimSeenAsync(
        ConversationKey key,
        string dedupeKey,
        string answer,
        DateTimeOffset now,
        DateTimeOffset expires,
        CancellationToken cancellationToken)
    {
        claimedAt = now;
        return SeenTable.ClaimAsync(Session, key, dedupeKey, answer, now, expires, cancellationToken);
    }

    public async Task<long> WantMessageAsync(
        ConversationKey key,
        WantedMessage message,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (number, pending) = await MessageWriter.WantAsync(Session, key, message, now, cancellationToken);
        BecamePending |= pending;
        return number;
    }

    public async Task WantPinAsync(
        ConversationKey key,
        AssessmentId id,
        string slot,
        bool pinned,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        BecamePending |= await MessageWriter.WantPinAsync(Session, key, id, slot, pinned, now, cancellationToken);

    public async Task SaveDeliveryAsync(ConversationKey key, long number, DeliveryUpdate update, CancellationToken cancellationToken) =>
        BecamePending |= await MessageWriter.SaveDeliveryAsync(Session, key, number, update, cancellationToken);

    /// <summary>Removes dedupe keys that have expired, within a turn that writes to their table anyway.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) =>
        tidies && claimedAt is { } now ? SeenTable.TidyAsync(Session, now, cancellationToken) : Task.CompletedTask;

    /// <summary>A turn holds its conversation before anything in it: in different orders two turns would wait for each other.</summary>
    private async Task LockAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (locked == key)
            return;
        locked = key;
        await ConversationTable.LockAsync(Session, key, cancellationToken);
    }
}
