namespace ChecklistBot.Teams.Settings;

/// <summary>What the bot needs to know to speak Teams. The host reads it from the section <c>Teams</c> and refuses to start where it is unsound.</summary>
public sealed class TeamsSettings
{
    /// <summary>Application (client) id of the Entra app behind the bot. Teams is on when it is set.</summary>
    public string? AppId { get; set; }

    /// <summary>The tenant that the app is registered in.</summary>
    public string? TenantId { get; set; }

    /// <summary>One of <see cref="TeamsCredentials"/>, in any case.</summary>
    public string Credential { get; set; } = TeamsCredentials.ClientSecret;

    /// <summary>For <see cref="TeamsCredentials.ClientSecret"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>For <see cref="TeamsCredentials.Certificate"/>: a PFX file without password, or a PEM file with certificate and key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>
    /// For <see cref="TeamsCredentials.ManagedIdentity"/>: the identity that the machine has. Where it is not the bot's own app id, its token
    /// vouches for the app (federated credential).
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Tenants whose conversations may use the bot; empty means <see cref="TenantId"/> alone.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>One of <see cref="TeamsAuthentication"/>.</summary>
    public string Authentication { get; set; } = TeamsAuthentication.Required;

    /// <summary>Where the platform publishes its signing keys.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who must have issued a token.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>
    /// Hosts besides the platform's that may be a service address: <c>HOST</c> or <c>HOST:PORT</c>, plain http for loopback only. A seam for
    /// tests.
    /// </summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>A fixed token for calls to the platform, instead of a credential. A seam for tests, in Development only.</summary>
    public string? Token { get; set; }

    /// <summary>The section <c>Teams:Graph</c>.</summary>
    public TeamsGraphSettings Graph { get; set; } = new();

    /// <summary>Whether the bot speaks Teams at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(AppId) || IsOpen;

    /// <summary>Whether requests come without tokens.</summary>
    public bool IsOpen => string.Equals(Authentication, TeamsAuthentication.None, StringComparison.OrdinalIgnoreCase);
}
