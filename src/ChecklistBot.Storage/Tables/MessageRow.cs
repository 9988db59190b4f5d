using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Storage.Relational;

namespace ChecklistBot.Storage.Tables;

/// <summary>A row of <c>messages</c> as every query of it selects it.</summary>
internal static class MessageRow
{
    public const string Columns = """
        tenant, conversation, number, assessment, slot, thread, content, person, broadcast, created_at, wanted_version, delivered_version,
            want_pinned, delivered_pinned, state, platform_id, link, note, attempts, repeats, due, sent_at, changed, kind, revision, copy
        """;

    public static Message Read(Row row) => new()
    {
        Conversation = TenantText.Conversation(row.GetString(0), row.GetString(1)),
        Number = row.GetInt64(2),
        Assessment = row.Text(3) is not { } id ? null
            : AssessmentId.TryParse(id, out var parsed) ? parsed
            : throw new InvalidDataException("A message's assessment is damaged."),
        Slot = row.Text(4),
        Thread = row.Text(5),
        Content = ContentOf(row),
        Person = (int?)row.Number(7),
        Broadcast = row.Flag(8),
        CreatedAt = row.Moment(9),
        WantedVersion = row.GetInt64(10),
        DeliveredVersion = row.GetInt64(11),
        WantPinned = row.Flag(12),
        DeliveredPinned = StoredWords.ToPinned(row.GetInt64(13)),
        State = StoredWords.ToState(row.GetString(14)),
        PlatformId = row.Text(15),
        Link = row.Text(16),
        Note = row.Text(17),
        Attempts = row.Count(18),
        Repeats = row.Count(19),
        Due = row.Moment(20),
        SentAt = row.MomentOrNull(21),
        Changed = row.GetInt64(22),
    };

    // Of a card of an assessment the columns say all there is (see StoredWords.Of), and it need not be parsed.
    private static MessageContent ContentOf(Row row) => row.GetString(23) switch
    {
        StoredWords.Live => new LiveContent(row.Count(24)),
        StoredWords.Recommendation => new RecommendationContent(row.Count(24), row.Count(25)),
        StoredWords.PinPost => new PinPostContent(row.Count(24), row.Count(25)),
        _ => row.Json(6, AssessmentsJson.Default.MessageContent) ?? throw new InvalidDataException("A message is empty."),
    };
}
