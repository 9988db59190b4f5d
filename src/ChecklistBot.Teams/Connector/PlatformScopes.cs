namespace ChecklistBot.Teams.Connector;

/// <summary>What tokens are for.</summary>
public static class PlatformScopes
{
    /// <summary>The connector.</summary>
    public const string Connector = "https://api.botframework.com/.default";

    /// <summary>Microsoft Graph.</summary>
    public const string Graph = "https://graph.microsoft.com/.default";
}
