using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>Content with something in every table and column: empty and full ones, long texts, every alphabet, the largest numbers.</summary>
internal static class CopySample
{
    /// <summary>In an order that no language sorts them by, and one tenant behind another's name.</summary>
    public static readonly IReadOnlyList<ConversationKey> Rooms =
    [
        new("web", "local", "main"), new("web", "local", "Main"), new("web", "local", "_x"), new("web", "local", "Ärger"), new("web", "local", "zoo"),
        new("web", "local-2", "main"), new("teams", "tenant", "19:a b@thread.v2"), new("slack", "T1", "C\u00A01 👩‍💻 \u202E"),
    ];

    public static readonly IReadOnlyList<string> DedupeKeys = ["Ev1", "", "ключ"];

    /// <summary>What no turn writes but a column can hold.</summary>
    public const string Extremes = """
        UPDATE messages SET wanted_version = 9223372036854775807, delivered_version = -9223372036854775808 WHERE tenant = 'slack:T1' AND number = 1;
        UPDATE seen SET hash = x'' WHERE answer = '' AND tenant = 'slack:T1';
        """;

    public static readonly DateTimeOffset Now = new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero).AddTicks(9_999_999);

    private static readonly string LongText = string.Concat(Enumerable.Repeat("Lang — 長い — длинный — \u0007\r\n\t'\"\\ ", 8_000));

    public static async Task FillAsync(IAssessmentStore store, CancellationToken cancellationToken)
    {
        foreach (var (room, i) in Rooms.Select((room, i) => (room, i)))
            await store.WriteAsync((turn, cancel) => FillAsync(turn, room, i, cancel), cancellationToken);
        // A forgotten person leaves a number behind.
        await store.WriteAsync((turn, cancel) => turn.ForgetPersonAsync(Rooms[0], 3, Now, cancel), cancellationToken);
    }

    private static async Task<bool> FillAsync(IStoreTransaction turn, ConversationKey room, int i, CancellationToken cancellationToken)
    {
        var address = i % 2 == 0 ? null : $$"""{"serviceUrl":"https://example.org/{{i}}"}""";
        await turn.SaveConversationAsync(new ConversationReference(room, (ConversationKind)(i % 3), Thread: null, address), Now, cancellationToken);
        foreach (var (id, name, organisation) in ((string, string, string?)[])[("u1", "Ann O'Neil", null), ("u2", "Ünal 李 👩‍💻", "guest"), ("u3", "", null)])
            await turn.SavePersonAsync(room, new PersonReference(id, name, organisation), cancellationToken);
        var run = new Run(room, i % 3 == 0 ? "thread-1" : null);
        await run.StartAsync(turn, $"Number {i}", Samples.At, cancellationToken, person: 1);
        await run.AppendAsync(turn, Samples.At.AddHours(i), 2, cancellationToken, [.. Samples.OneOfEach.Skip(1)]);
        await turn.WantMessageAsync(room, new WantedMessage { Content = Samples.Live, Assessment = run.Id, Slot = "live", Thread = run.State.Thread }, Now, cancellationToken);
        await turn.WantMessageAsync(room, new WantedMessage { Content = Samples.Notice(i == 0 ? LongText : "Hello"), Person = 2 }, Now, cancellationToken);
        await turn.WantMessageAsync(room, new WantedMessage { Content = new SaidContent("start \u0001 “CRM”"), Person = 1, AlreadyShown = true }, Now, cancellationToken);
        await turn.WantMessageAsync(
            room, new WantedMessage { Content = new RecommendationContent(1, 1), Assessment = run.Id, Slot = "r1", Broadcast = true }, Now, cancellationToken);
        await turn.WantPinAsync(room, run.Id, "r1", pinned: true, Now, cancellationToken);
        await turn.SaveDeliveryAsync(room, 1, Deliveries.Done(1, link: "https://link.example/") with { Note = "Pinned." }, cancellationToken);
        await turn.SaveDeliveryAsync(room, 2, Deliveries.Again(0, Now.AddMinutes(10), attempts: 4), cancellationToken);
        foreach (var key in DedupeKeys)
            await turn.ClaimSeenAsync(room, $"{i} {key}", key.Length == 0 ? "" : $$"""{"answer":"{{key}}"}""", Now, Now.AddDays(3), cancellationToken);
        return true;
    }
}
