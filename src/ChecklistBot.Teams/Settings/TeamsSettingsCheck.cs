using ChecklistBot.Teams.Authentication;

namespace ChecklistBot.Teams.Settings;

/// <summary>Finds what is wrong with the settings before anything starts.</summary>
public static class TeamsSettingsCheck
{
    /// <summary>Every fault as a sentence: which setting, what is wrong with it, what to write. Empty when all is well or Teams is off.</summary>
    /// <param name="settings">As configured.</param>
    /// <param name="isDevelopment">Whether the environment is Development.</param>
    /// <param name="listensOnLoopbackOnly">Whether every address that the process listens on is loopback.</param>
    public static IReadOnlyList<string> Find(TeamsSettings settings, bool isDevelopment, bool listensOnLoopbackOnly)
    {
        var faults = new List<string>();
        Authentication(settings, isDevelopment, listensOnLoopbackOnly, faults);
        if (!string.IsNullOrEmpty(settings.Token) && !isDevelopment)
        {
            faults.Add("Teams:Token is a seam for tests and works in Development only: remove it and set Teams:Credential.");
        }

        if (!settings.IsOn) return faults;
        if (!settings.IsOpen) Identity(settings, faults);
        Addresses(settings, faults);
        return faults;
    }

    private static void Authentication(TeamsSettings settings, bool isDevelopment, bool loopbackOnly, List<string> faults)
    {
        if (!settings.IsOpen)
        {
            if (!string.Equals(settings.Authentication, TeamsAuthentication.Required, StringComparison.OrdinalIgnoreCase))
            {
                faults.Add($"Teams:Authentication is \"{settings.Authentication}\": write \"required\", or \"none\" in Development.");
            }

            return;
        }

        if (!isDevelopment)
        {
            faults.Add("Teams:Authentication is \"none\" outside Development: write \"required\", or set ASPNETCORE_ENVIRONMENT=Development.");
        }

        if (!loopbackOnly)
        {
            faults.Add("Teams:Authentication is \"none\" while an address in Urls is not loopback: listen on 127.0.0.1 only, or write \"required\".");
        }
    }

    private static void Identity(TeamsSettings settings, List<string> faults)
    {
        if (!Guid.TryParse(settings.AppId, out _))
        {
            faults.Add("Teams:AppId is not a GUID: copy the Application (client) ID from the app registration in Entra.");
        }

        // A fixed token replaces the credential, so nothing of it is needed then.
        if (!string.IsNullOrEmpty(settings.Token)) return;
        if (!Guid.TryParse(settings.TenantId, out _))
        {
            faults.Add("Teams:TenantId is missing or not a GUID: copy the Directory (tenant) ID from the app registration in Entra.");
        }

        switch (settings.Credential)
        {
            case TeamsCredentials.ClientSecret when string.IsNullOrWhiteSpace(settings.ClientSecret):
                faults.Add("Teams:ClientSecret is missing: set Teams__ClientSecret in the environment, or choose another Teams:Credential.");
                break;
            case TeamsCredentials.Certificate when string.IsNullOrWhiteSpace(settings.CertificatePath):
                faults.Add("Teams:CertificatePath is missing: give the path of a PFX or PEM file, or choose another Teams:Credential.");
                break;
            case TeamsCredentials.Certificate when !File.Exists(settings.CertificatePath):
                faults.Add($"Teams:CertificatePath names {Path.GetFullPath(settings.CertificatePath!)}, where no file is: correct the path.");
                break;
            case var name when !TeamsCredentials.All.Contains(name):
                faults.Add($"Teams:Credential is \"{name}\": write one of {string.Join(", ", TeamsCredentials.All)}.");
                break;
        }
    }

    private static void Addresses(TeamsSettings settings, List<string> faults)
    {
        if (!PlatformAddress.IsFetchable(settings.OpenIdMetadata))
        {
            faults.Add($"Teams:OpenIdMetadata is \"{settings.OpenIdMetadata}\": write an https address (http for loopback only).");
        }

        if (!PlatformAddress.IsFetchable(settings.Graph.BaseUrl))
        {
            faults.Add($"Teams:Graph:BaseUrl is \"{settings.Graph.BaseUrl}\": write an https address (http for loopback only).");
        }

        if (string.IsNullOrWhiteSpace(settings.Issuer))
        {
            faults.Add("Teams:Issuer is empty: remove it to use the platform's.");
        }

        foreach (var host in settings.AllowedServiceHosts.Where(host => !ServiceHosts.TryReadHost(host, out _, out _)))
        {
            faults.Add($"Teams:AllowedServiceHosts holds \"{host}\": write HOST or HOST:PORT.");
        }
    }
}
