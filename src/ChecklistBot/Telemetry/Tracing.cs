using System.Diagnostics;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Telemetry;

/// <summary>
/// The bot's own spans: a turn with its decision and its commit, and each delivery. A delivery happens in a loop of its own, after the request has been
/// answered; it joins the trace of the newest turn that it shows, and links to the others. What was waiting when the process began belongs to no turn.
/// None of them carries a name, a text or an id of a person.
/// </summary>
internal sealed class Tracing : IDisposable
{
    /// <summary>The name of the product's activity source and meter.</summary>
    public const string Name = "ChecklistBot";

    /// <summary>So many turns of a conversation are remembered until they are delivered.</summary>
    private const int MostTurns = 16;

    /// <summary>So many conversations are: where a platform is away for long, the oldest traces are not worth their memory.</summary>
    private const int MostConversations = 10_000;

    private readonly ActivitySource source = new(Name);
    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, List<UndeliveredTurn>> undelivered = [];

    /// <summary>Begins the span of a turn; null while nobody listens.</summary>
    public Activity? Turn(Turn turn) => source.StartActivity("turn")?
        .SetTag("checklistbot.platform", turn.Conversation.Key.Platform)
        .SetTag("checklistbot.utterance", turn.Utterance.GetType().Name);

    /// <summary>Begins a part of a turn, on whatever thread it runs; null while nobody listens.</summary>
    public Activity? Part(string name, Activity? turn) => turn is null ? null : source.StartActivity(name, ActivityKind.Internal, turn.Context);

    /// <summary>Remembers a turn until what it wants is delivered. Told before the commit, because the delivery may begin at that very moment.</summary>
    public UndeliveredTurn? Expect(ConversationKey key, Activity? turn)
    {
        if (turn is null)
            return null;
        var expected = new UndeliveredTurn(turn.Context);
        lock (gate)
        {
            if (!undelivered.TryGetValue(key, out var turns))
            {
                if (undelivered.Count >= MostConversations)
                    undelivered.Clear();
                undelivered[key] = turns = [];
            }

            if (turns.Count == MostTurns)
                turns.RemoveAt(0);
            turns.Add(expected);
        }

        return expected;
    }

    /// <summary>Forgets a turn that was not kept.</summary>
    public void Forget(ConversationKey key, UndeliveredTurn? turn)
    {
        if (turn is not null)
            Settle(key, [turn]);
    }

    /// <summary>Begins a visit to a conversation with something to deliver, before its messages are read.</summary>
    public TracedVisit Visit(ConversationKey key)
    {
        lock (gate)
        {
            UndeliveredTurn[] turns = undelivered.TryGetValue(key, out var known) ? [.. known] : [];
            UndeliveredTurn[] kept = [.. turns.Where(turn => turn.IsKept)];
            return new TracedVisit(this, key, kept.Length > 0 ? kept : turns);
        }
    }

    /// <summary>Begins the span of a delivery; null while nobody listens.</summary>
    internal Activity? Delivery(string platform, string step, IReadOnlyList<UndeliveredTurn> turns) => source
        .StartActivity(
            "delivery",
            ActivityKind.Internal,
            turns.Count > 0 ? turns[^1].Context : default,
            tags: null,
            turns.Take(turns.Count - 1).Select(turn => new ActivityLink(turn.Context)))?
        .SetTag("checklistbot.platform", platform)
        .SetTag("checklistbot.step", step);

    /// <summary>Everything that these turns wanted has reached the platform, or never will.</summary>
    internal void Settle(ConversationKey key, IReadOnlyCollection<UndeliveredTurn> delivered)
    {
        if (delivered.Count == 0)
            return;
        lock (gate)
        {
            if (undelivered.TryGetValue(key, out var turns) && turns.RemoveAll(delivered.Contains) > 0 && turns.Count == 0)
                undelivered.Remove(key);
        }
    }

    public void Dispose() => source.Dispose();
}
