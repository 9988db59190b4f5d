using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Teams;

/// <summary>Whether the bot can work in Teams: a credential to answer with, and the keys that requests are checked with. Both are tried when asked, unless
/// they are at hand, so that what mends itself is noticed without any traffic.</summary>
/// <param name="settings">Whether either is needed.</param>
/// <param name="tokens">The credential.</param>
/// <param name="keys">The keys.</param>
/// <param name="connector">Knows what the platform thinks of the credential.</param>
public sealed class TeamsHealth(TeamsSettings settings, IPlatformTokens tokens, SigningKeys keys, ITeamsConnector connector)
{
    /// <summary>A sentence for the one who runs the bot; null while everything works.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        if (settings.IsOpen)
            return null;
        if (!(await tokens.GetAsync(PlatformScopes.Connector, cancellationToken)).IsAvailable)
            return "Teams: Entra gives no token for the bot. Check Teams:AppId, Teams:TenantId and the credential; the log says more.";
        if (connector.IsTokenRefused)
            return "Teams: the platform does not accept the bot's token, so messages wait. Check that Teams:AppId is the bot's own and registered with Azure Bot Service.";
        return await keys.AreAtHandAsync(cancellationToken)
            ? null
            : "Teams: the platform's signing keys cannot be downloaded, so no request can be checked. Check Teams:OpenIdMetadata and the network.";
    }
}
