namespace ChecklistBot.Teams.Settings;

/// <summary>The section <c>Teams:Graph</c>: what the bot may do through Microsoft Graph.</summary>
public sealed class TeamsGraphSettings
{
    /// <summary>
    /// Pin in group chats. Needs the application permission <c>Chat.ReadWrite.All</c>, which an administrator of the tenant must grant.
    /// </summary>
    public bool Pin { get; set; }

    /// <summary>Address with version; a seam for tests.</summary>
    public string BaseUrl { get; set; } = "https://graph.microsoft.com/v1.0/";
}
