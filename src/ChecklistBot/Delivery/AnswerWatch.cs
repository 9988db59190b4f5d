using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Delivery;

/// <summary>Which calls to platforms wait for an answer, and which tenants give none.</summary>
internal sealed class AnswerWatch(TimeProvider time)
{
    /// <summary>A call that has waited longer is slow. Platforms answer well within it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any pause between two tries: whatever failed and was not tried since is nobody's any more.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<ConversationKey, long> begun = [];

    /// <summary>By platform and tenant: when one last answered, and when a call to one that has not answered since came to nothing.</summary>
    private readonly Dictionary<(string Platform, string Tenant), long> answered = [], failing = [];

    /// <summary>A call begins; there is one at a time in a conversation.</summary>
    public void Begins(ConversationKey key)
    {
        lock (gate)
            begun[key] = time.GetTimestamp();
    }

    /// <summary>The call has ended.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="outcome">How; null where nothing was heard because the call broke off.</param>
    public void Ends(ConversationKey key, DeliveryOutcome? outcome)
    {
        lock (gate)
        {
            begun.Remove(key);
            if (outcome is null or { IsHeldBack: true })
                return;
            var (tenant, now) = (TenantOf(key), time.GetTimestamp());
            if (outcome is Unknown)
            {
                failing[tenant] = now;
                return;
            }

            failing.Remove(tenant);
            answered[tenant] = now;
        }
    }

    /// <summary>For how long the call under way in a conversation has waited; null between two calls.</summary>
    public TimeSpan? WaitsFor(ConversationKey key)
    {
        lock (gate)
            return begun.TryGetValue(key, out var since) ? time.GetElapsedTime(since) : null;
    }

    /// <summary>One conversation of each tenant that gives no answer: its last call came to nothing, or one is slow and no other was answered since that began.</summary>
    public IReadOnlyCollection<ConversationKey> Silent()
    {
        lock (gate)
        {
            foreach (var (tenant, _) in failing.Where(pair => time.GetElapsedTime(pair.Value) > Forgotten).ToArray())
                failing.Remove(tenant);
            var silent = failing.Keys.ToDictionary(tenant => tenant, tenant => new ConversationKey(tenant.Platform, tenant.Tenant, ""));
            foreach (var (key, since) in begun)
                if (time.GetElapsedTime(since) >= Patience && !(answered.TryGetValue(TenantOf(key), out var heard) && heard >= since))
                    silent[TenantOf(key)] = key;
            return silent.Values;
        }
    }

    private static (string Platform, string Tenant) TenantOf(ConversationKey key) => (key.Platform, key.Tenant);
}
