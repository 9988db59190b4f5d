using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>What happened. Rows are only ever added; their key is the compare-and-set of an assessment.</summary>
internal static class EventTable
{
    private const string Append = """
        INSERT INTO events (tenant, assessment, sequence, at, person, event)
        VALUES (@tenant, @assessment, @sequence, @at, @person, @event)
        """;

    // The same person again changes nothing.
    private const string TakePart = """
        INSERT INTO participants (tenant, person, assessment) VALUES (@tenant, @person, @assessment)
        ON CONFLICT (tenant, person, assessment) DO NOTHING
        """;

    private const string Read = """
        SELECT e.sequence, e.at, e.person, e.event
        FROM assessments AS a JOIN events AS e ON e.tenant = a.tenant AND e.assessment = a.assessment
        WHERE a.tenant = @tenant AND a.assessment = @assessment AND a.conversation = @conversation
        ORDER BY e.sequence
        """;

    public static Task AppendAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        RecordedEvent recorded,
        Overtaken overtaken,
        CancellationToken cancellationToken) =>
        session.Sql(Append)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@sequence", recorded.Sequence)
            .With("@at", recorded.At)
            .With("@person", recorded.Person)
            .WithJson("@event", recorded.Event, AssessmentsJson.Default.AssessmentEvent)
            .LaterAsync(overtaken, cancellationToken);

    /// <summary>Notes who took part in an assessment: what <c>forget me</c> looks for.</summary>
    public static Task TakePartAsync(Session session, ConversationKey key, AssessmentId id, int person, CancellationToken cancellationToken) =>
        session.Sql(TakePart)
            .WithTenant(key)
            .With("@person", person)
            .With("@assessment", id)
            .LaterAsync(cancellationToken);

    public static async Task<IReadOnlyList<RecordedEvent>> ReadAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        CancellationToken cancellationToken) =>
        await session.Sql(Read)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@conversation", key.Id)
            .ListAsync(
                static row => new RecordedEvent(
                    row.GetInt64(0),
                    row.Moment(1),
                    row.Count(2),
                    row.Json(3, AssessmentsJson.Default.AssessmentEvent) ?? throw new InvalidDataException("An event is empty.")),
                cancellationToken);
}
