using Azure.Core;
using Azure.Identity;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Teams.Connector;

/// <summary>The credential that the settings describe.</summary>
public static class EntraCredentials
{
    private const string FederationAudience = "api://AzureADTokenExchange/.default";

    /// <summary>Makes it, without calling anything.</summary>
    /// <exception cref="InvalidOperationException">The settings name no credential that exists.</exception>
    public static TokenCredential Make(TeamsSettings settings)
    {
        if (Is(settings, TeamsCredentials.ClientSecret)) return new ClientSecretCredential(settings.TenantId, settings.AppId, settings.ClientSecret);
        if (Is(settings, TeamsCredentials.Certificate)) return new ClientCertificateCredential(settings.TenantId, settings.AppId, settings.CertificatePath);
        if (Is(settings, TeamsCredentials.ManagedIdentity)) return ManagedIdentity(settings);
        if (Is(settings, TeamsCredentials.WorkloadIdentity))
        {
            return new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { TenantId = settings.TenantId, ClientId = settings.AppId });
        }

        throw new InvalidOperationException("Teams:Credential names no credential that exists.");
    }

    private static bool Is(TeamsSettings settings, string name) => settings.Credential.Equals(name, StringComparison.OrdinalIgnoreCase);

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
