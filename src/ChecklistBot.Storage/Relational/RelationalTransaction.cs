using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>Hands each change to its table and remembers what must happen after the commit.</summary>
/// <param name="session">The turn's connection.</param>
/// <param name="context">What the store knows besides its tables.</param>
/// <param name="tidies">Whether this turn also removes expired dedupe keys.</param>
internal sealed class RelationalTransaction(Session session, StoreContext context, bool tidies) : RelationalReader(session, context.States), IStoreTransaction
{
    private readonly Dictionary<(ConversationKey Key, AssessmentId Id), Assessment> appended = [];
    private readonly HashSet<ConversationKey> changed = [];
    private DateTimeOffset? claimedAt;
    private ConversationKey? held;
    private Deferred<KnownConversation>? known;
    private Foreseen? foreseen;

    /// <summary>When the first of what is left to deliver is due; null when nothing is.</summary>
    public DateTimeOffset? PendingFrom { get; private set; }

    /// <summary>The conversations that somebody follows and that show something else now.</summary>
    public IReadOnlyCollection<ConversationKey> Changed => changed;

    /// <summary>Whether a name was removed.</summary>
    public bool ForgotSomeone { get; private set; }

    /// <remarks>A turn holds its conversation before anything in it: in different orders two turns would wait for each other.</remarks>
    public async Task HoldAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (held == key)
            return;
        known = await ConversationTable.FindAsync(Session, key, locks: true, cancellationToken);
        held = key;
    }

    public async Task ForeseeAsync(ConversationKey key, Foresight foresight, CancellationToken cancellationToken)
    {
        await HoldAsync(key, cancellationToken);
        // What is at hand is asked for when it is wanted.
        if (!Session.Dialect.IsAway)
            return;
        foreseen = new Foreseen(key, foresight)
        {
            Assessment = foresight.Assessment is { } id
                ? await AssessmentTable.AskAsync(Session, key, id, States.Find(key, id), locks: true, cancellationToken)
                : null,
            Person = await PeopleTable.AskAsync(Session, key, foresight.Person, cancellationToken),
            Messages = foresight is { Assessment: { } its, WithMessages: true } ? await MessageTable.OfAssessmentAsync(Session, key, its, cancellationToken) : null,
        };
    }

    public override async Task<ConversationReference?> FindConversationAsync(ConversationKey key, CancellationToken cancellationToken) =>
        (await HeldAsync(key, cancellationToken))?.Conversation;

    /// <remarks>An assessment that a turn reads is one that it is about to change.</remarks>
    public override async Task<StoredAssessment?> FindAssessmentAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken)
    {
        await HoldAsync(key, cancellationToken);
        var asked = foreseen?.AssessmentOf(key, id) ?? await AssessmentTable.AskAsync(
            Session, key, id, appended.GetValueOrDefault((key, id)) ?? States.Find(key, id), locks: true, cancellationToken);
        return await AssessmentTable.ReadAsync(Session, key, id, asked, cancellationToken);
    }

    public override async Task<IReadOnlyList<Message>> MessagesOfAsync(ConversationKey key, AssessmentId id, CancellationToken cancellationToken) =>
        foreseen?.MessagesOf(key, id) is { } asked
            ? await asked.GetAsync(cancellationToken) ?? []
            : await base.MessagesOfAsync(key, id, cancellationToken);

    public async Task SaveConversationAsync(ConversationReference conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = await HeldAsync(conversation.Key, cancellationToken);
        await ConversationTable.SaveAsync(Session, before, conversation, now, cancellationToken);
        known!.With(new KnownConversation(conversation with { Thread = null, Address = conversation.Address ?? before?.Conversation.Address }, now));
    }

    public Task<int> TakeAssessmentNumberAsync(ConversationKey key, CancellationToken cancellationToken) =>
        ConversationTable.TakeAssessmentNumberAsync(Session, key, cancellationToken);

    public async Task<int> SavePersonAsync(ConversationKey key, PersonReference person, CancellationToken cancellationToken)
    {
        var asked = foreseen?.PersonOf(key, person.Id) ?? await PeopleTable.AskAsync(Session, key, person.Id, cancellationToken);
        foreseen?.ForgetPerson();
        return await PeopleTable.SaveAsync(Session, key, person, await asked.GetAsync(cancellationToken), cancellationToken);
    }

    public async Task<ForgottenPerson> ForgetPersonAsync(
        ConversationKey key,
        int person,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        foreseen = null;
        await PeopleTable.ForgetAsync(Session, key, person, cancellationToken);
        ForgotSomeone = true;
        var isFollowed = context.IsFollowed(key);
        var (forgotten, pending, redrawn) = await MessageRedraw.OfPersonAsync(Session, key, person, isFollowed, now, cancellationToken);
        if (isFollowed)
            changed.UnionWith(redrawn);
        Leave(pending ? now : null, now);
        return forgotten;
    }

    public async Task AppendAsync(
        ConversationKey key,
        Assessment? before,
        Assessment after,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken cancellationToken)
    {
        foreseen?.ForgetAssessment();
        await AssessmentWriter.AppendAsync(Session, key, before, after, events, cancellationToken);
        appended[(key, after.Id)] = after;
    }

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
        var isFollowed = context.IsFollowed(key);
        foreseen?.ForgetMessages();
        var (number, due) = await MessageWriter.WantAsync(Session, key, message, isFollowed, now, cancellationToken);
        if (isFollowed)
            changed.Add(key);
        Leave(due, now);
        return number;
    }

    public async Task WantPinAsync(
        ConversationKey key,
        AssessmentId id,
        string slot,
        bool pinned,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        foreseen?.ForgetMessages();
        Leave(await MessageWriter.WantPinAsync(Session, key, id, slot, pinned, now, cancellationToken), now);
    }

    public async Task SaveDeliveryAsync(ConversationKey key, long number, DeliveryUpdate update, CancellationToken cancellationToken)
    {
        foreseen?.ForgetMessages();
        var (due, isChanged) = await MessageWriter.SaveDeliveryAsync(Session, key, number, update, context.IsFollowed(key), cancellationToken);
        if (isChanged)
            changed.Add(key);
        Leave(due);
    }

    /// <summary>Removes dedupe keys that have expired, within a turn that writes to their table anyway.</summary>
    public Task TidyAsync(CancellationToken cancellationToken) =>
        tidies && claimedAt is { } now ? SeenTable.TidyAsync(Session, now, cancellationToken) : Task.CompletedTask;

    /// <summary>After the commit: what was appended is what is kept.</summary>
    public void Kept()
    {
        foreach (var ((key, _), state) in appended)
            States.Keep(key, state);
    }

    /// <remarks>What is due at once wakes everybody, whatever the clock said when they went to sleep: it may have been set forward since.</remarks>
    private void Leave(DateTimeOffset? due, DateTimeOffset now) => Leave(due <= now ? DateTimeOffset.MinValue : due);

    private void Leave(DateTimeOffset? due)
    {
        if (due < (PendingFrom ?? DateTimeOffset.MaxValue))
            PendingFrom = due;
    }

    private async Task<KnownConversation?> HeldAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        await HoldAsync(key, cancellationToken);
        return await known!.GetAsync(cancellationToken);
    }
}
