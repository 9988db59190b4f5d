namespace ChecklistBot.Teams.Settings;

/// <summary>Whether requests must carry a token of the platform.</summary>
public static class TeamsAuthentication
{
    /// <summary>Every request is checked.</summary>
    public const string Required = "required";

    /// <summary>No request is checked: for a playground on the same machine.</summary>
    public const string None = "none";
}
