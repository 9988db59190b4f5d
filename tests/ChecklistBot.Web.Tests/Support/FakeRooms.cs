using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>Rooms in memory, with one stream of changes for all of them.</summary>
internal sealed class FakeRooms : IRooms
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<RoomMessage>> rooms = new(StringComparer.Ordinal);
    private long changes;

    /// <summary>Whether the store is gone.</summary>
    public bool Down { get; set; }

    public int Reads { get; private set; }

    /// <summary>What a read waits for before it answers.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 14, 5, 0, TimeSpan.Zero);

    public async Task<IReadOnlyList<RoomMessage>> ReadAsync(string room, long changedAfter, CancellationToken cancellationToken)
    {
        await Before(cancellationToken);
        lock (gate)
        {
            Reads++;
            return Down
                ? throw new StorageUnavailableException("The disk is full.")
                : [.. rooms.GetValueOrDefault(room, []).Where(m => m.Changed > changedAfter).OrderBy(m => m.Number)];
        }
    }

    public RoomMessage Add(string room, string? person, string? words, Card? card, bool pinned = false)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(room, out var messages))
            {
                rooms[room] = messages = [];
            }

            var message = new RoomMessage
            {
                Number = messages.Count + 1, Changed = ++changes, At = Now, Person = person, Words = words, Card = card, Pinned = pinned,
            };
            messages.Add(message);
            return message;
        }
    }

    /// <summary>An older copy is put in the place of what there is.</summary>
    public void PutBack(string room, long changes)
    {
        lock (gate)
        {
            rooms[room].RemoveAll(message => message.Changed > changes);
            this.changes = changes;
        }
    }

    public RoomMessage Change(string room, long number, Func<RoomMessage, RoomMessage> change)
    {
        lock (gate)
        {
            var messages = rooms[room];
            return messages[(int)number - 1] = change(messages[(int)number - 1]) with { Changed = ++changes };
        }
    }
}
