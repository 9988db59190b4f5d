namespace ChecklistBot.Settings;

/// <summary>Section <c>Teams</c>.</summary>
internal sealed class TeamsSection
{
    /// <summary>The Entra application (client) id; turns Teams on.</summary>
    public string? AppId { get; set; }

    public string? TenantId { get; set; }

    /// <summary>How the bot proves to Entra who it is: <c>ClientSecret</c>, <c>Certificate</c>, <c>ManagedIdentity</c> or <c>WorkloadIdentity</c>.</summary>
    public string Credential { get; set; } = "ClientSecret";

    public string? ClientSecret { get; set; }

    /// <summary>A PEM or PFX file.</summary>
    public string? CertificatePath { get; set; }

    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Tenants whose conversations may use the bot; empty means <see cref="TenantId"/> alone.</summary>
    public IReadOnlyList<string> AllowedTenants { get; set; } = [];

    /// <summary><c>required</c>, or <c>none</c> for local trials without an Entra application.</summary>
    public string Authentication { get; set; } = "required";

    public string? OpenIdMetadata { get; set; }

    public string? Issuer { get; set; }

    public IReadOnlyList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>A fixed outbound token, for tests.</summary>
    public string? Token { get; set; }

    public TeamsGraphSection Graph { get; set; } = new();

    public bool IsAuthenticationOff => string.Equals(Authentication, "none", StringComparison.OrdinalIgnoreCase);

    public bool IsOn => AppId is not null || IsAuthenticationOff;
}
