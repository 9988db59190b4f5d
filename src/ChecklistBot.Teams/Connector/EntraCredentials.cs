using Azure.Core;
using Azure.Identity;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Teams.Connector;

/// <summary>The credential that the settings describe.</summary>
public static class EntraCredentials
{
    private const string FederationAudience = "api://AzureADTokenExchange/.default";

    /// <summary>Makes it, without calling anything.</summary>
    /// <param name="settings">Sound by <see cref="TeamsSettingsCheck"/>.</param>
    /// <exception cref="InvalidOperationException">The settings were not checked.</exception>
    public static TokenCredential Make(TeamsSettings settings) => settings.Credential switch
    {
        TeamsCredentials.ClientSecret => new ClientSecretCredential(settings.TenantId, settings.AppId, settings.ClientSecret),
        TeamsCredentials.Certificate => new ClientCertificateCredential(settings.TenantId, settings.AppId, settings.CertificatePath),
        TeamsCredentials.ManagedIdentity => ManagedIdentity(settings),
        TeamsCredentials.WorkloadIdentity => new WorkloadIdentityCredential(
            new WorkloadIdentityCredentialOptions { TenantId = settings.TenantId, ClientId = settings.AppId }),
        _ => throw new InvalidOperationException("Teams:Credential was not checked before use."),
    };

    private static TokenCredential ManagedIdentity(TeamsSettings settings)
    {
        var identityId = string.IsNullOrWhiteSpace(settings.ManagedIdentityClientId) ? settings.AppId : settings.ManagedIdentityClientId;
        var identity = new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identityId));
        if (string.Equals(identityId, settings.AppId, StringComparison.OrdinalIgnoreCase)) return identity;

        // The machine's identity is another than the app: its token is the app's proof (federated credential).
        return new ClientAssertionCredential(settings.TenantId, settings.AppId, async cancellationToken =>
            (await identity.GetTokenAsync(new TokenRequestContext([FederationAudience]), cancellationToken)).Token);
    }
}
