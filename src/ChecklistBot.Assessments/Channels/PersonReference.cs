namespace ChecklistBot.Assessments.Channels;

/// <summary>Who acted, as the platform names them at this moment.</summary>
/// <param name="Id">Stable within the conversation's tenant.</param>
/// <param name="Name">As people know them; cleaned and cut by the core.</param>
/// <param name="Organisation">Set for guests and people of other organisations; null for colleagues.</param>
public sealed record PersonReference(string Id, string Name, string? Organisation = null)
{
    /// <summary>Whether the platform did not say who it is this time, so that the name is a stopgap for somebody whom nobody has met.</summary>
    public bool IsStopgap { get; init; }
}
