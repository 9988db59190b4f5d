using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage.Relational;

/// <summary>How the tables came to be, step by step. A step that was ever published never changes; a new need is a new step at the end.</summary>
internal static class Schema
{
    /// <summary>The version that this program reads and writes: the number of steps.</summary>
    public static int Version => Steps.Length;

    private static readonly Func<Dialect, IReadOnlyList<string>>[] Steps = [First, Claims, Lean];

    /// <summary>The statements that lead from a version to the next, in order; empty when nothing is left to do.</summary>
    public static IEnumerable<string> StatementsAfter(int version, Dialect dialect) => Statements(version, Version, dialect);

    /// <summary>The statements that lead from one version to a later one.</summary>
    public static IEnumerable<string> Statements(int from, int to, Dialect dialect) => Steps[from..to].SelectMany(step => step(dialect));

    // Every primary key begins with the tenant, so that a distributed database can keep a tenant in one place.
    private static List<string> First(Dialect dialect) =>
    [
        $"""
        CREATE TABLE tenants (
            tenant TEXT NOT NULL, last_person {dialect.Integer} NOT NULL,
            PRIMARY KEY (tenant)){dialect.SmallRows}
        """,
        $"""
        CREATE TABLE people (
            tenant TEXT NOT NULL, person {dialect.Integer} NOT NULL, platform_id TEXT NOT NULL, name TEXT NOT NULL, organisation TEXT,
            PRIMARY KEY (tenant, person), UNIQUE (tenant, platform_id)){dialect.SmallRows}
        """,
        $"""
        CREATE TABLE conversations (
            tenant TEXT NOT NULL, conversation TEXT NOT NULL, kind TEXT NOT NULL, address TEXT,
            last_assessment {dialect.Integer} NOT NULL, last_message {dialect.Integer} NOT NULL, changes {dialect.Integer} NOT NULL,
            first_seen {dialect.Integer} NOT NULL, last_seen {dialect.Integer} NOT NULL,
            PRIMARY KEY (tenant, conversation)){dialect.SmallRows}
        """,
        $"""
        CREATE TABLE seen (
            tenant TEXT NOT NULL, hash {dialect.Bytes} NOT NULL, answer TEXT NOT NULL, expires {dialect.Integer} NOT NULL,
            PRIMARY KEY (tenant, hash)){dialect.SmallRows}
        """,
        "CREATE INDEX seen_by_expiry ON seen (expires)",
        $"""
        CREATE TABLE assessments (
            tenant TEXT NOT NULL, assessment TEXT NOT NULL, conversation TEXT NOT NULL, thread TEXT, number {dialect.Integer} NOT NULL,
            title TEXT NOT NULL, phase TEXT NOT NULL, revision {dialect.Integer} NOT NULL, path_label TEXT,
            provisional {dialect.Integer} NOT NULL, flags TEXT NOT NULL, search TEXT NOT NULL,
            started_at {dialect.Integer} NOT NULL, decided_at {dialect.Integer}, decided_revision {dialect.Integer},
            pinned_revision {dialect.Integer}, version {dialect.Integer} NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY (tenant, assessment), UNIQUE (tenant, conversation, number),
            FOREIGN KEY (tenant, conversation) REFERENCES conversations (tenant, conversation)){dialect.LargeRows}
        """,
        "CREATE INDEX assessments_by_phase ON assessments (tenant, conversation, phase, number)",
        "CREATE INDEX assessments_by_thread ON assessments (tenant, conversation, thread, number) WHERE thread IS NOT NULL",
        "CREATE INDEX assessments_pinned ON assessments (tenant, conversation, number) WHERE pinned_revision IS NOT NULL",
        $"""
        CREATE TABLE events (
            tenant TEXT NOT NULL, assessment TEXT NOT NULL, sequence {dialect.Integer} NOT NULL, at {dialect.Integer} NOT NULL,
            person {dialect.Integer} NOT NULL, event TEXT NOT NULL,
            PRIMARY KEY (tenant, assessment, sequence),
            FOREIGN KEY (tenant, assessment) REFERENCES assessments (tenant, assessment)){dialect.SmallRows}
        """,
        "CREATE INDEX events_by_person ON events (tenant, person, assessment)",
        $"""
        CREATE TABLE messages (
            tenant TEXT NOT NULL, conversation TEXT NOT NULL, number {dialect.Integer} NOT NULL, assessment TEXT, slot TEXT, thread TEXT,
            content TEXT NOT NULL, kind TEXT NOT NULL, revision {dialect.Integer} NOT NULL, copy {dialect.Integer} NOT NULL,
            person {dialect.Integer}, broadcast {dialect.Integer} NOT NULL, shown {dialect.Integer} NOT NULL,
            created_at {dialect.Integer} NOT NULL, wanted_version {dialect.Integer} NOT NULL, delivered_version {dialect.Integer} NOT NULL,
            want_pinned {dialect.Integer} NOT NULL, delivered_pinned {dialect.Integer} NOT NULL, state TEXT NOT NULL,
            platform_id TEXT, link TEXT, note TEXT, attempts {dialect.Integer} NOT NULL, repeats {dialect.Integer} NOT NULL,
            due {dialect.Integer} NOT NULL, sent_at {dialect.Integer}, changed {dialect.Integer} NOT NULL,
            PRIMARY KEY (tenant, conversation, number), UNIQUE (tenant, assessment, slot),
            FOREIGN KEY (tenant, conversation) REFERENCES conversations (tenant, conversation),
            FOREIGN KEY (tenant, assessment) REFERENCES assessments (tenant, assessment) DEFERRABLE INITIALLY DEFERRED){dialect.LargeRows}
        """,
        "CREATE INDEX messages_by_content ON messages (tenant, assessment, kind, revision, copy)",
        "CREATE INDEX messages_by_change ON messages (tenant, conversation, changed)",
        "CREATE INDEX messages_by_person ON messages (tenant, person) WHERE person IS NOT NULL",
        $"CREATE INDEX messages_pending ON messages (tenant, conversation, number) WHERE state = '{StoredWords.Pending}'",
        $"CREATE INDEX messages_due ON messages (due, tenant, conversation) WHERE state = '{StoredWords.Pending}'",
    ];

    /// <summary>Which copy delivers in which conversation, and until when by the server's clock (milliseconds since 1970).
    /// Where there is one copy it knows that by itself.</summary>
    private static List<string> Claims(Dialect dialect) => dialect.ForUpdate.Length == 0 ? [] :
    [
        $"""
        CREATE TABLE claims (
            tenant TEXT NOT NULL, conversation TEXT NOT NULL, copy TEXT NOT NULL, until {dialect.Integer} NOT NULL,
            PRIMARY KEY (tenant, conversation)){dialect.SmallRows}
        """,
    ];

    /// <summary>Fewer pages to write a turn: who took part stands once an assessment instead of once an event, lost messages are the only ones that
    /// are looked for by what they show, and only messages that somebody follows have a place in a stream of changes.</summary>
    private static List<string> Lean(Dialect dialect) =>
    [
        $"""
        CREATE TABLE participants (
            tenant TEXT NOT NULL, person {dialect.Integer} NOT NULL, assessment TEXT NOT NULL,
            PRIMARY KEY (tenant, person, assessment)){dialect.SmallRows}
        """,
        "INSERT INTO participants (tenant, person, assessment) SELECT DISTINCT tenant, person, assessment FROM events",
        "DROP INDEX events_by_person",
        "DROP INDEX messages_by_content",
        $"CREATE INDEX messages_lost ON messages (tenant, assessment) WHERE state = '{StoredWords.Lost}'",
        "DROP INDEX messages_by_change",
        "CREATE INDEX messages_by_change ON messages (tenant, conversation, changed) WHERE changed > 0",
    ];
}
