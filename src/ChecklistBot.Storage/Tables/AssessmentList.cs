using System.Globalization;
using System.Text;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>Assessments of a conversation as lists show them. No state is read for it but those of the few whose pinned decision was replaced.</summary>
internal static class AssessmentList
{
    /// <summary>A title has at most 80 characters: whoever searches for more words than this has not thought of one.</summary>
    private const int MostWords = 40;

    // The link is that of the newest copy of the pinned recommendation, or else of the newest one; where a post stands for the pin, its own comes first.
    private const string Columns = """
        a.assessment, a.number, a.title, a.phase, a.revision, a.path_label, a.provisional, a.flags,
            a.started_at, a.decided_at, a.decided_revision, a.pinned_revision, a.thread, m.link, m.state, m.note, m.want_pinned,
            p.link, p.state, p.note
        """;

    private const string Rows = $"""
        FROM assessments AS a LEFT JOIN messages AS m
            ON m.tenant = a.tenant AND m.conversation = a.conversation AND m.number = (
                SELECT r.number FROM messages AS r
                WHERE r.tenant = a.tenant AND r.assessment = a.assessment AND r.kind = '{StoredWords.Recommendation}'
                    AND r.revision = COALESCE(a.pinned_revision, a.decided_revision)
                ORDER BY r.copy DESC LIMIT 1)
        LEFT JOIN messages AS p
            ON p.tenant = a.tenant AND p.conversation = a.conversation AND p.number = (
                SELECT r.number FROM messages AS r
                WHERE r.tenant = a.tenant AND r.assessment = a.assessment AND r.kind = '{StoredWords.PinPost}' AND r.revision = a.pinned_revision
                ORDER BY r.copy DESC LIMIT 1)
        WHERE a.tenant = @tenant AND a.conversation = @conversation
        """;

    private const string All = $"SELECT {Columns}, NULL {Rows}";

    // The columns of an assessment are about its newest decision. Only the register asks for the pinned one, which is in the state.
    private const string Register = $"SELECT {Columns}, CASE WHEN a.pinned_revision < a.decided_revision THEN a.state END {Rows}";

    private const string Number = "SELECT COUNT(*) FROM assessments AS a WHERE a.tenant = @tenant AND a.conversation = @conversation";

    public static async Task<IReadOnlyList<AssessmentSummary>> ReadAsync(
        Session session,
        ConversationKey key,
        AssessmentQuery query,
        CancellationToken cancellationToken)
    {
        var words = WordsOf(query);
        var text = (query.PinnedOnly ? Register : All) + Restriction(session.Dialect, query, words.Count) + " ORDER BY a.number DESC LIMIT @limit";
        return await Given(session.Sql(text), key, query, words).With("@limit", Math.Max(0, query.Limit)).ListAsync(Read, cancellationToken);
    }

    public static async Task<int> CountAsync(
        Session session,
        ConversationKey key,
        AssessmentQuery query,
        CancellationToken cancellationToken)
    {
        var everyPage = query with { Before = null };
        var words = WordsOf(everyPage);
        var statement = session.Sql(Number + Restriction(session.Dialect, everyPage, words.Count));
        return (int)(await Given(statement, key, everyPage, words).NumberAsync(cancellationToken) ?? 0);
    }

    private static List<SoughtWord> WordsOf(AssessmentQuery query) =>
    [
        .. query.Words.Select(word => SoughtWord.Of(word))
            .Concat(query.Dates.Select(date => SoughtWord.Of(date.Word) with { From = date.From, Before = date.Before }))
            .Where(word => word.Text.Length > 0)
            .Distinct()
            .Take(MostWords),
    ];

    private static Statement Given(Statement statement, ConversationKey key, AssessmentQuery query, List<SoughtWord> words)
    {
        statement.WithTenant(key).With("@conversation", key.Id);
        if (query.Number is { } number)
            statement.With("@number", number);
        if (query.Thread is { } thread)
            statement.With("@thread", thread);
        if (query.Phase is { } phase)
            statement.With("@phase", StoredWords.Of(phase));
        if (query.Before is { } before)
            statement.With("@before", before);
        for (var i = 0; i < words.Count; i++)
            statement.With(Word(i), words[i].Text).With(Blurred(i), words[i].Blurred).With(From(i), words[i].From).With(Until(i), words[i].Before);
        return statement;
    }

    // As many texts as numbers of words, whatever words they are: each is kept prepared.
    private static string Restriction(Dialect dialect, AssessmentQuery query, int words)
    {
        var text = new StringBuilder();
        if (query.Number is not null)
            text.Append(" AND a.number = @number");
        if (query.Thread is not null)
            text.Append(" AND a.thread = @thread");
        if (query.Phase is not null)
            text.Append(" AND a.phase = @phase");
        if (query.PinnedOnly)
            text.Append(" AND a.pinned_revision IS NOT NULL");
        if (query.Before is not null)
            text.Append(" AND a.number < @before");
        for (var i = 0; i < words; i++)
            text.Append(" AND ").Append(SearchText.Condition(dialect, Word(i), Blurred(i), From(i), Until(i)));
        return text.ToString();
    }

    private static string Word(int index) => string.Create(CultureInfo.InvariantCulture, $"@word{index}");

    private static string Blurred(int index) => string.Create(CultureInfo.InvariantCulture, $"@blurred{index}");

    private static string From(int index) => string.Create(CultureInfo.InvariantCulture, $"@from{index}");

    private static string Until(int index) => string.Create(CultureInfo.InvariantCulture, $"@until{index}");

    private static AssessmentSummary Read(Row row)
    {
        var given = row.Text(14) == StoredWords.Lost ? null : row.Text(13);
        var hasPost = row.Text(18) is not null;
        var shown = row.Text(hasPost ? 18 : 14);
        var note = row.Text(hasPost ? 19 : 15);
        var gone = shown == StoredWords.Lost;
        var pinned = (int?)row.Number(11);
        return new AssessmentSummary
        {
            Id = AssessmentId.TryParse(row.GetString(0), out var id) ? id : throw new InvalidDataException("An assessment's id is damaged."),
            Number = row.Count(1),
            Title = row.GetString(2),
            Phase = StoredWords.ToPhase(row.GetString(3)),
            Revision = row.Count(4),
            PathLabel = row.Text(5),
            Provisional = row.Flag(6),
            Flags = FlagList.Read(row.GetString(7)),
            StartedAt = row.Moment(8),
            DecidedAt = row.MomentOrNull(9),
            DecidedRevision = (int)(row.Number(10) ?? 0),
            PinnedRevision = pinned,
            PinnedDecision = row.IsNull(20) ? null : row.Json(20, AssessmentsJson.Default.Assessment)?.Decisions.FirstOrDefault(one => one.Revision == pinned),
            Thread = row.Text(12),
            Link = hasPost && !gone ? row.Text(17) ?? given : given,
            LinkGone = gone,
            PinNote = shown == StoredWords.Delivered && (hasPost || row.Number(16) == 1) ? note : null,
            RefusedBecause = shown == StoredWords.Refused ? note : null,
        };
    }
}
