using System.Text.Json;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Assessments by id.</summary>
internal static class AssessmentTable
{
    // Messages are hardly ever lost, so which of them is asked only where one is.
    private const string Find = $"""
        SELECT state, EXISTS (
            SELECT 1 FROM messages WHERE tenant = @tenant AND assessment = @assessment AND state = '{StoredWords.Lost}')
        FROM assessments WHERE tenant = @tenant AND assessment = @assessment AND conversation = @conversation
        """;

    private const string Elsewhere = """
        SELECT 1 FROM assessments WHERE tenant = @tenant AND assessment = @assessment AND conversation <> @conversation
        """;

    private const string IsLost = $"""
        SELECT 1 FROM messages
        WHERE tenant = @tenant AND assessment = @assessment AND kind = @kind AND revision = @revision AND copy = @copy
            AND state = '{StoredWords.Lost}'
        """;

    public static async Task<StoredAssessment?> FindAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        bool locks,
        CancellationToken cancellationToken)
    {
        var (state, anyLost) = await session.Sql(locks ? Find + session.Dialect.ForUpdate : Find)
            .With("@tenant", key.TenantOf())
            .With("@assessment", id.ToString())
            .With("@conversation", key.Id)
            .FirstAsync(
                static row => (JsonSerializer.Deserialize(row.GetString(0), AssessmentsJson.Default.Assessment), row.GetBoolean(1)),
                cancellationToken);
        if (state is null)
            return null;
        if (!anyLost)
            return new StoredAssessment(state, LiveCardLost: false, RecommendationLost: false);

        var liveCardLost = await IsLostAsync(session, key, id, StoredWords.Live, state.CardGeneration, copy: 1, cancellationToken);
        var recommendationLost = state.Decision is { } decision && await IsLostAsync(
            session, key, id, StoredWords.Recommendation, decision.Revision, state.RecommendationCopy, cancellationToken);
        return new StoredAssessment(state, liveCardLost, recommendationLost);
    }

    public static async Task<bool> IsElsewhereAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        CancellationToken cancellationToken) =>
        await session.Sql(Elsewhere)
            .With("@tenant", key.TenantOf())
            .With("@assessment", id.ToString())
            .With("@conversation", key.Id)
            .ExistsAsync(cancellationToken);

    private static async Task<bool> IsLostAsync(
        Session session,
        ConversationKey key,
        AssessmentId id,
        string kind,
        int revision,
        int copy,
        CancellationToken cancellationToken) =>
        await session.Sql(IsLost)
            .With("@tenant", key.TenantOf())
            .With("@assessment", id.ToString())
            .With("@kind", kind)
            .With("@revision", revision)
            .With("@copy", copy)
            .ExistsAsync(cancellationToken);
}
