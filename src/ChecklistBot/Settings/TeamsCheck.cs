using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Settings;

/// <summary>What Teams needs besides the application id, and where its test seams are allowed.</summary>
internal static class TeamsCheck
{
    private const string AuthenticationKey = "Teams:Authentication";

    public static void Run(
        SettingsSource source, TeamsSettings teams, IReadOnlyList<ListeningAddress> addresses, SettingFindings findings)
    {
        if (teams.Token is not null && !source.IsDevelopment)
            findings.Refuse("Teams:Token", "a fixed token is for tests in Development only.", "Leave it out, and set Teams:Credential instead.");

        if (teams.IsOpen)
            CheckOpenDoor(source, addresses, findings);
        else if (teams.AppId is not null)
            CheckIdentity(source, teams, findings);
        else if (teams.TenantId is not null || teams.ClientSecret is not null)
            findings.Notice("Teams stays off: it is switched on by Teams:AppId, which is not set although other Teams settings are.");
    }

    /// <summary>Without authentication anyone who reaches the address can speak as anyone, so only this machine may reach it.</summary>
    private static void CheckOpenDoor(SettingsSource source, IReadOnlyList<ListeningAddress> addresses, SettingFindings findings)
    {
        if (!source.IsDevelopment)
            findings.Refuse(
                AuthenticationKey,
                "none is for trials on one machine, in Development only.",
                "Set it to required and give Teams:AppId and Teams:TenantId, or set ASPNETCORE_ENVIRONMENT to Development.");

        if (addresses.FirstOrDefault(address => !address.IsLoopback) is { } open)
            findings.Refuse(
                AuthenticationKey,
                $"none is allowed only while nobody else can reach the bot, and {open.Text} ({open.Key}) can be reached from other machines.",
                $"Listen on {AddressCheck.DevelopmentDefault} only, or set it to required.");
    }

    private static void CheckIdentity(SettingsSource source, TeamsSettings teams, SettingFindings findings)
    {
        CheckId("Teams:AppId", teams.AppId, "the application (client) id", findings);
        CheckId("Teams:TenantId", teams.TenantId, "the directory (tenant) id", findings);
        foreach (var tenant in teams.AllowedTenants)
            CheckId("Teams:AllowedTenants", tenant, "a directory (tenant) id", findings);
        foreach (var host in teams.AllowedServiceHosts.Where(host => !ServiceHosts.TryReadHost(host, out _, out _)))
            findings.Refuse("Teams:AllowedServiceHosts", $"\"{host}\" is no host.", "Write HOST or HOST:PORT, such as connector.example.org.");
        if (teams.TenantId is { } directory && !directory.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-'))
            findings.Refuse(
                "Teams:TenantId",
                $"\"{directory}\" cannot be a directory: it has other characters than letters, digits, points and hyphens.",
                "Write the directory (tenant) id that the Azure portal shows.");
        if (teams.TenantId is null)
            findings.Refuse(
                "Teams:TenantId",
                "it is not set, and Teams:AppId is.",
                "Write the directory (tenant) id of the Entra application, or leave Teams:AppId out to run without Teams.");

        if (teams.Token is not null)
            return;

        switch (teams.Credential.ToUpperInvariant())
        {
            case "CLIENTSECRET" when teams.ClientSecret is null:
                findings.Refuse(
                    "Teams:ClientSecret",
                    "it is not set, and Teams:Credential is ClientSecret, so the bot could not answer in Teams.",
                    "Put a client secret of the Entra application there (best through the environment, Teams__ClientSecret), or choose another Teams:Credential.");
                break;
            case "CERTIFICATE" when teams.CertificatePath is null:
                findings.Refuse(
                    "Teams:CertificatePath",
                    "it is not set, and Teams:Credential is Certificate.",
                    "Write the path of a PEM or PFX file that holds the certificate and its private key.");
                break;
            case "CERTIFICATE" when !File.Exists(Path.GetFullPath(teams.CertificatePath!, source.Folder)):
                findings.Refuse(
                    "Teams:CertificatePath",
                    $"there is no file {Path.GetFullPath(teams.CertificatePath!, source.Folder)}.",
                    "Write the path of a PEM or PFX file that holds the certificate and its private key.");
                break;
            case "CERTIFICATE" when TeamsCertificate.WhyNot(Path.GetFullPath(teams.CertificatePath!, source.Folder)) is { } why:
                findings.Refuse("Teams:CertificatePath", why, "Write the path of a PEM or PFX file, without a password, that holds the certificate and its private key.");
                break;
            case "WORKLOADIDENTITY" when source.Value("AZURE_FEDERATED_TOKEN_FILE") is null:
                findings.Refuse(
                    "Teams:Credential",
                    "it is WorkloadIdentity, but the environment has no AZURE_FEDERATED_TOKEN_FILE.",
                    "Start the bot in a pod with workload identity switched on, or choose another Teams:Credential.");
                break;
            case "WORKLOADIDENTITY" when !File.Exists(source.Value("AZURE_FEDERATED_TOKEN_FILE")):
                findings.Refuse(
                    "Teams:Credential",
                    $"it is WorkloadIdentity, but there is no file {source.Value("AZURE_FEDERATED_TOKEN_FILE")}, which AZURE_FEDERATED_TOKEN_FILE names.",
                    "Start the bot in a pod with workload identity switched on, or choose another Teams:Credential.");
                break;
            default:
                break;
        }
    }

    /// <summary>A notice only: test platforms use ids of other shapes.</summary>
    private static void CheckId(string key, string? id, string what, SettingFindings findings)
    {
        if (id is not null && !Guid.TryParseExact(id, "D", out _))
            findings.Notice($"{key} is \"{id}\", which does not look like {what} that the Azure portal shows, such as 11111111-2222-3333-4444-555555555555.");
    }
}
