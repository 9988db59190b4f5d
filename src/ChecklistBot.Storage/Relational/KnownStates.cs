using System.Collections.Concurrent;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Relational;

/// <summary>The newest kept state of assessments in use, so that it need not be parsed for each turn and each card. Its version is compared with the
/// row's each time, and a version of an assessment is only ever kept once.</summary>
internal sealed class KnownStates
{
    /// <summary>Some kilobytes each; forgotten all together, which costs one reading each.</summary>
    private const int Most = 512;

    private readonly ConcurrentDictionary<(string Tenant, string Platform, AssessmentId Id), Assessment> states = new();

    /// <summary>About how many were kept since all were forgotten: asked how many it holds, the dictionary stops everyone.</summary>
    private int count;

    public Assessment? Find(ConversationKey key, AssessmentId id) => states.GetValueOrDefault((key.Tenant, key.Platform, id));

    /// <summary>Only what is kept: never the state of a turn under way.</summary>
    public void Keep(ConversationKey key, Assessment state)
    {
        if (Volatile.Read(ref count) >= Most)
            Clear();
        var id = (key.Tenant, key.Platform, state.Id);
        if (states.TryAdd(id, state))
            Interlocked.Increment(ref count);
        else
            states[id] = state;
    }

    /// <summary>The database went away, and what comes back may be an older copy.</summary>
    public void Clear()
    {
        Volatile.Write(ref count, 0);
        states.Clear();
    }
}
