namespace ChecklistBot.Teams.Settings;

/// <summary>How the bot proves to Entra that it is the app.</summary>
public static class TeamsCredentials
{
    /// <summary>A secret that the app registration made.</summary>
    public const string ClientSecret = nameof(ClientSecret);

    /// <summary>A certificate that the app registration knows.</summary>
    public const string Certificate = nameof(Certificate);

    /// <summary>An identity that Azure gives the machine.</summary>
    public const string ManagedIdentity = nameof(ManagedIdentity);

    /// <summary>A token that Kubernetes mounts as a file (Azure Workload Identity's environment variables).</summary>
    public const string WorkloadIdentity = nameof(WorkloadIdentity);
}
