using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Teams.Authentication;

/// <summary>
/// Decides, with the checked token in hand, whether an activity may use the bot: its channel, the key's endorsement of that channel, its
/// service address, its tenant. Every one of them must be present; an absent value never passes.
/// </summary>
public sealed class ActivityGate
{
    /// <summary>The only channel that the bot serves.</summary>
    public const string TeamsChannel = "msteams";

    private readonly bool isOpen;
    private readonly ServiceHosts hosts;
    private readonly HashSet<string> tenants;

    /// <param name="settings">Whether requests carry tokens, and which tenants may use the bot.</param>
    /// <param name="hosts">Where the bot may send answers.</param>
    public ActivityGate(TeamsSettings settings, ServiceHosts hosts)
    {
        isOpen = settings.IsOpen;
        this.hosts = hosts;
        var allowed = settings.AllowedTenants.Where(tenant => !string.IsNullOrWhiteSpace(tenant)).ToList();
        if (allowed.Count == 0 && !isOpen && !string.IsNullOrWhiteSpace(settings.TenantId)) allowed.Add(settings.TenantId);
        tenants = new HashSet<string>(allowed.Select(tenant => tenant.Trim()), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Judges an activity.</summary>
    /// <param name="activity">As it came.</param>
    /// <param name="token">What came with it; null only where requests carry none by configuration.</param>
    public Verdict Judge(Activity activity, CheckedToken? token)
    {
        if (activity.ChannelId != TeamsChannel) return Verdict.Forbidden("the activity is of another channel");
        if (!isOpen && JudgeToken(activity, token) is { IsAccepted: false } refusal) return refusal;
        return hosts.Allows(activity.ServiceUrl)
            ? JudgeTenant(activity)
            : Verdict.Forbidden(isOpen ? "without authentication the service address must be loopback" : "the service address is not the platform's");
    }

    private static Verdict JudgeToken(Activity activity, CheckedToken? token)
    {
        if (token is null) return Verdict.Unauthenticated("there is no token");
        if (!token.Endorsements.Contains(TeamsChannel)) return Verdict.Forbidden("the signing key does not vouch for Teams");
        if (activity.ServiceUrl.Length == 0 || !string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
        {
            return Verdict.Forbidden("the token is for another service address");
        }

        return Verdict.Accepted;
    }

    // A playground's tenant is pretended, so without authentication every tenant is welcome unless a list says otherwise.
    private Verdict JudgeTenant(Activity activity)
    {
        if (tenants.Count == 0) return isOpen ? Verdict.Accepted : Verdict.Forbidden("no tenant is allowed");
        return Envelope.TenantOf(activity) is { } tenant && tenants.Contains(tenant)
            ? Verdict.Accepted
            : Verdict.Forbidden("the tenant of the conversation is not allowed");
    }
}
