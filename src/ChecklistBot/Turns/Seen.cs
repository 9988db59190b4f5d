using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Remembers turns, so that a repeat of one is answered as before and done once.</summary>
internal static class Seen
{
    /// <summary>Longer than any platform repeats a request, and long enough for people to edit a message that was not understood.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>How far a platform's clock may be ahead of ours: else nothing would be known for a while of a message that counts as young.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromHours(1);

    /// <summary>Whether what became of a message written at <paramref name="written"/> may be forgotten by now.</summary>
    public static bool MayBeForgotten(DateTimeOffset written, DateTimeOffset now) => now - written >= Kept - ClockDifference;

    public static async Task<SeenAnswer?> FindAsync(
        IStoreTransaction store,
        ConversationKey key,
        string? dedupeKey,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        dedupeKey is not null && await store.FindSeenAsync(key, dedupeKey, now, cancellationToken) is { } kept
            ? JsonSerializer.Deserialize(kept, TurnsJson.Default.SeenAnswer)
            : null;

    /// <summary>What became of a message that was edited: as it was written, or by an earlier edit.</summary>
    public static async Task<SeenAnswer?> FindEditedAsync(IStoreTransaction store, Turn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var original = await FindAsync(store, turn.Conversation.Key, turn.EditedKey, now, cancellationToken);
        return original is null or { Status: TurnStatus.NotUnderstood }
            ? await FindAsync(store, turn.Conversation.Key, ByEdit(turn), now, cancellationToken) ?? original
            : original;
    }

    /// <summary>Remembers that a message was carried out by its edit, so that the next edit of it is not carried out as well.</summary>
    public static Task ClaimEditAsync(IStoreTransaction store, Turn turn, SeenAnswer answer, DateTimeOffset now, CancellationToken cancellationToken) =>
        ClaimAsync(store, turn with { DedupeKey = ByEdit(turn) }, answer, now, cancellationToken);

    public static async Task ClaimAsync(IStoreTransaction store, Turn turn, SeenAnswer answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (turn.DedupeKey is null)
            return;
        var json = JsonSerializer.Serialize(answer, TurnsJson.Default.SeenAnswer);
        await store.ClaimSeenAsync(turn.Conversation.Key, turn.DedupeKey, json, now, now + Kept, cancellationToken);
    }

    private static string? ByEdit(Turn turn) => turn.EditedKey is { } edited ? edited + "|by its edit" : null;
}
