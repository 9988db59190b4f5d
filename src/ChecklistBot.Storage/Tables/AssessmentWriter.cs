using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Appends events and writes the state after them, with the columns that lists show.</summary>
internal static class AssessmentWriter
{
    private const string Add = """
        INSERT INTO assessments (
            tenant, assessment, conversation, thread, number, title, phase, revision, path_label, provisional, flags, search,
            started_at, decided_at, decided_revision, pinned_revision, version, state)
        VALUES (
            @tenant, @assessment, @conversation, @thread, @number, @title, @phase, @revision, @path_label, @provisional, @flags, @search,
            @started_at, @decided_at, @decided_revision, @pinned_revision, @version, @state)
        """;

    private const string Change = """
        UPDATE assessments SET
            title = @title, revision = @revision, path_label = @path_label, provisional = @provisional, flags = @flags, search = @search,
            decided_at = @decided_at, decided_revision = @decided_revision, version = @version, state = @state
        WHERE tenant = @tenant AND assessment = @assessment AND conversation = @conversation AND version = @before
        """;

    // Apart, because they stand in indexes: see Dialect.RewritesIndexes.
    private const string Move = """
        UPDATE assessments SET phase = @phase, pinned_revision = @pinned_revision
        WHERE tenant = @tenant AND assessment = @assessment AND conversation = @conversation
        """;

    private static readonly Overtaken Before = new(Duplicate: "Another copy of the bot wrote the same events first.");

    public static async Task AppendAsync(
        Session session,
        ConversationKey key,
        Assessment? before,
        Assessment after,
        IReadOnlyList<RecordedEvent> events,
        CancellationToken cancellationToken)
    {
        CheckSequence(before, after, events);
        if (events.Count == 0)
            return;

        await WriteStateAsync(session, key, before, after, cancellationToken);
        foreach (var recorded in events)
            await EventTable.AppendAsync(session, key, after.Id, recorded, Before, cancellationToken);
        // Whoever is among the participants of the state before was noted when they joined.
        foreach (var person in events.Select(recorded => recorded.Person).Distinct().Where(person => before?.Participants.Contains(person) is not true))
            await EventTable.TakePartAsync(session, key, after.Id, person, cancellationToken);
    }

    private static async Task WriteStateAsync(
        Session session,
        ConversationKey key,
        Assessment? before,
        Assessment after,
        CancellationToken cancellationToken)
    {
        if (before is null)
        {
            var adding = Placed(session.Sql(Add), after).With("@thread", after.Thread).With("@number", after.Number).With("@started_at", after.StartedAt);
            await Named(WithState(adding, after), key, after).LaterAsync(Before, cancellationToken);
            return;
        }

        var changing = Named(WithState(session.Sql(Change), after), key, after).With("@before", before.Version);
        await changing.LaterAsync(new Overtaken(Unchanged: $"The assessment is no longer at version {before.Version}."), cancellationToken);
        if (before.Phase != after.Phase || before.PinnedRevision != after.PinnedRevision)
            await Named(Placed(session.Sql(Move), after), key, after).LaterAsync(cancellationToken);
    }

    private static Statement Placed(Statement statement, Assessment assessment) => statement
        .With("@phase", StoredWords.Of(assessment.Phase))
        .With("@pinned_revision", assessment.PinnedRevision);

    private static Statement Named(Statement statement, ConversationKey key, Assessment assessment) => statement
        .WithTenant(key)
        .With("@assessment", assessment.Id)
        .With("@conversation", key.Id);

    private static Statement WithState(Statement statement, Assessment state)
    {
        var decision = state.Decision;
        return statement
            .With("@title", state.Title)
            .With("@revision", state.Revision)
            .With("@path_label", decision?.Path?.Label)
            .With("@provisional", decision is { Provisional: true })
            .With("@flags", decision is null ? "[]" : FlagList.Write(decision.Flags))
            .With("@search", SearchText.Of(state))
            .With("@decided_at", decision?.At)
            .With("@decided_revision", decision?.Revision)
            .With("@version", state.Version)
            .WithJson("@state", state, AssessmentsJson.Default.Assessment);
    }

    private static void CheckSequence(Assessment? before, Assessment after, IReadOnlyList<RecordedEvent> events)
    {
        var version = before?.Version ?? 0;
        foreach (var recorded in events)
            if (recorded.Sequence != ++version)
                throw new ArgumentException("Events must follow each other without gaps.", nameof(events));
        if (after.Version != version)
            throw new ArgumentException("The state must be the one after the last event.", nameof(after));
    }
}
