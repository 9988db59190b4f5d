using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Assessments by id.</summary>
internal static class AssessmentTable
{
    // A state that is known already need not be read and parsed once more. Lost messages are rare.
    private const string Find = $"""
        SELECT version, CASE WHEN version = @known THEN NULL ELSE state END,
            CAST(CASE WHEN EXISTS (SELECT 1 FROM messages AS m
                WHERE m.tenant = @tenant AND m.assessment = @assessment AND m.state = '{StoredWords.Lost}') THEN 1 ELSE 0 END AS BIGINT)
        FROM assessments WHERE tenant = @tenant AND assessment = @assessment AND conversation = @conversation
        """;

    private const string Elsewhere = """
        SELECT 1 FROM assessments WHERE tenant = @tenant AND assessment = @assessment AND conversation <> @conversation
        """;

    // What was posted again is not lost any more.
    private const string Lost = $"""
        SELECT m.kind, m.revision, m.copy FROM messages AS m
        WHERE m.tenant = @tenant AND m.assessment = @assessment AND m.state = '{StoredWords.Lost}' AND NOT EXISTS (
            SELECT 1 FROM messages AS n
            WHERE n.tenant = @tenant AND n.assessment = @assessment AND n.kind = m.kind AND n.revision = m.revision AND n.copy > m.copy)
        """;

    /// <summary>Looks for an assessment.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="id">The assessment.</param>
    /// <param name="known">A state of it that was kept, of whatever version; null for none.</param>
    /// <param name="locks">Whether it is about to be changed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<Deferred<FoundAssessment>> AskAsync(
        Session session, ConversationKey key, AssessmentId id, Assessment? known, bool locks, CancellationToken cancellationToken) =>
        session.Sql(locks ? Find + session.Dialect.ForUpdate : Find)
            .With("@known", known?.Version ?? -1)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@conversation", key.Id)
            .FirstLaterAsync(row => new FoundAssessment(row.IsNull(1) ? known! : StateOf(row), row.Flag(2)), cancellationToken);

    /// <summary>What <see cref="AskAsync"/> found, with what became of its messages.</summary>
    public static async Task<StoredAssessment?> ReadAsync(
        Session session, ConversationKey key, AssessmentId id, Deferred<FoundAssessment> found, CancellationToken cancellationToken)
    {
        if (await found.GetAsync(cancellationToken) is not { State: var state, HasLost: var hasLost })
            return null;

        var lost = hasLost ? await LostAsync(session, key, id, cancellationToken) : [];
        return new StoredAssessment(
            state,
            lost.Contains((StoredWords.Live, state.CardGeneration, 1)),
            state.Decision is { } decision && lost.Contains((StoredWords.Recommendation, decision.Revision, state.RecommendationCopy)),
            lost.Exists(message => message.Kind == StoredWords.PinPost && message.Revision == state.PinnedRevision));
    }

    public static async Task<bool> IsElsewhereAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        CancellationToken cancellationToken) =>
        await session.Sql(Elsewhere)
            .WithTenant(key)
            .With("@assessment", id)
            .With("@conversation", key.Id)
            .ExistsAsync(cancellationToken);

    private static Task<List<(string Kind, int Revision, int Copy)>> LostAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        CancellationToken cancellationToken) =>
        session.Sql(Lost)
            .WithTenant(key)
            .With("@assessment", id)
            .ListAsync(static row => (row.GetString(0), row.Count(1), row.Count(2)), cancellationToken);

    private static Assessment StateOf(Row row) =>
        row.Json(1, AssessmentsJson.Default.Assessment) ?? throw new InvalidDataException("An assessment is empty.");
}
