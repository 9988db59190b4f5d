using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Relational;

/// <summary>The newest kept state of assessments in use, so that it need not be parsed for each turn and each card. Its version is compared with the
/// row's each time, and a version of an assessment is only ever kept once.</summary>
internal sealed class KnownStates
{
    /// <summary>Some kilobytes each. After so many the older half is forgotten, unless it was used again.</summary>
    private const int Half = 128;

    private readonly Lock gate = new();
    private Dictionary<(string Tenant, string Platform, AssessmentId Id), Assessment> young = [];
    private Dictionary<(string Tenant, string Platform, AssessmentId Id), Assessment> old = [];

    public Assessment? Find(ConversationKey key, AssessmentId id)
    {
        var name = (key.Tenant, key.Platform, id);
        lock (gate)
        {
            if (young.TryGetValue(name, out var known))
                return known;
            if (old.TryGetValue(name, out known))
                Add(name, known);
            return known;
        }
    }

    /// <summary>Only what is kept: never the state of a turn under way.</summary>
    public void Keep(ConversationKey key, Assessment state)
    {
        lock (gate)
            Add((key.Tenant, key.Platform, state.Id), state);
    }

    /// <summary>The database went away, and what comes back may be an older copy.</summary>
    public void Clear()
    {
        lock (gate)
            (young, old) = ([], []);
    }

    private void Add((string Tenant, string Platform, AssessmentId Id) name, Assessment state)
    {
        if (young.Count >= Half && !young.ContainsKey(name))
            (young, old) = ([], young);
        young[name] = state;
    }
}
