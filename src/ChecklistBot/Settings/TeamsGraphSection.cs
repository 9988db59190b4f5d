namespace ChecklistBot.Settings;

/// <summary>Section <c>Teams:Graph</c>.</summary>
internal sealed class TeamsGraphSection
{
    /// <summary>Pin in group chats through Microsoft Graph.</summary>
    public bool Pin { get; set; }

    /// <summary>Null: Microsoft's own.</summary>
    public string? BaseUrl { get; set; }
}
