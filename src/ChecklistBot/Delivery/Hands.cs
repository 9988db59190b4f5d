using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>Shares out the visits that are under way at once, so that what does not answer holds up nothing else: a slow call occupies no hand, a tenant
/// that gives no answer is only probed, and the rest of its platform leaves hands for the others.</summary>
internal sealed class Hands(AnswerWatch answers)
{
    /// <summary>Visits under way at once: enough to hide a platform's usual slowness, few enough to bound memory.</summary>
    private const int Most = 16;

    /// <summary>Of these, those to one platform while something is slow there: other tenants of it may be silent, too, and not yet known to be.</summary>
    private const int MostToTroubled = 12;

    /// <summary>Besides these, first visits to the tenants of platforms where something is slow, one a tenant, until each is slow as well: where many tenants
    /// fall silent in the same moment, those that answer wait until that is known of the others.</summary>
    private const int MostFirst = 128;

    /// <summary>Visits under way, those that wait for an answer included, with which no more first ones begin besides: each holds a connection.</summary>
    private const int MostWithFirst = 256;

    /// <summary>Visits to one silent tenant.</summary>
    private const int MostProbes = 4;

    /// <summary>Visits to all silent tenants together.</summary>
    private const int MostProbesInAll = 64;

    /// <summary>Slow calls to a tenant that answers others.</summary>
    private const int MostSlow = 32;

    /// <summary>What may be taken besides what is under way.</summary>
    public HandsNow Count(IReadOnlyCollection<ConversationKey> underWay)
    {
        var silent = answers.Silent().ToDictionary(TenantOf, static key => (Key: key, Probes: 0));
        var slow = new Dictionary<(string, string), (ConversationKey Key, int Calls)>();
        var quick = new Dictionary<(string Platform, string Tenant), int>();
        var troubled = silent.Keys.Select(static tenant => tenant.Platform).ToHashSet(StringComparer.Ordinal);
        TimeSpan? untilSlow = null;
        foreach (var key in underWay)
        {
            var (tenant, waits) = (TenantOf(key), answers.WaitsFor(key) ?? TimeSpan.Zero);
            if (silent.TryGetValue(tenant, out var probed))
            {
                silent[tenant] = probed with { Probes = probed.Probes + 1 };
            }
            else if (waits >= AnswerWatch.Patience)
            {
                slow[tenant] = (key, slow.GetValueOrDefault(tenant).Calls + 1);
                troubled.Add(key.Platform);
            }
            else
            {
                quick[tenant] = quick.GetValueOrDefault(tenant) + 1;
                var left = AnswerWatch.Patience - waits;
                untilSlow = untilSlow < left ? untilSlow : left;
            }
        }

        var others = DueFilter.Except();
        foreach (var (key, _) in silent.Values)
            others.AddTenantOf(key);
        foreach (var (key, _) in slow.Values.Where(static tenant => tenant.Calls >= MostSlow))
            others.AddTenantOf(key);
        var busy = Busy(quick, troubled, waiting: underWay.Count - quick.Values.Sum());
        var free = Math.Max(0, Most - busy.Values.Sum());
        var limit = free;
        foreach (var platform in troubled)
            if (MostToTroubled - busy.GetValueOrDefault(platform) is > 0 and var room)
                limit = Math.Min(limit, room);
            else
                others.AddPlatform(platform);
        var isFull = free == 0 || troubled.Any(platform => busy.GetValueOrDefault(platform) >= MostToTroubled);
        return new HandsNow(limit, others, Probing(silent.Values), troubled.Count > 0, isFull ? untilSlow : null);
    }

    /// <summary>The hands that each platform's visits take.</summary>
    private static Dictionary<string, int> Busy(Dictionary<(string Platform, string Tenant), int> quick, HashSet<string> troubled, int waiting)
    {
        var busy = new Dictionary<string, int>(StringComparer.Ordinal);
        var besides = Math.Min(MostFirst, MostWithFirst - waiting);
        foreach (var ((platform, _), visits) in quick)
        {
            var isBesides = troubled.Contains(platform) && besides-- > 0;
            busy[platform] = busy.GetValueOrDefault(platform) + (isBesides ? visits - 1 : visits);
        }

        return busy;
    }

    private static DueFilter? Probing(IReadOnlyCollection<(ConversationKey Key, int Probes)> silent)
    {
        if (silent.Sum(static tenant => tenant.Probes) >= MostProbesInAll)
            return null;
        DueFilter? filter = null;
        foreach (var (key, _) in silent.Where(static tenant => tenant.Probes < MostProbes))
            (filter ??= DueFilter.Only()).AddTenantOf(key);
        return filter;
    }

    private static (string Platform, string Tenant) TenantOf(ConversationKey key) => (key.Platform, key.Tenant);
}
