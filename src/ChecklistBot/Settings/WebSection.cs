namespace ChecklistBot.Settings;

/// <summary>Section <c>Web</c>.</summary>
internal sealed class WebSection
{
    /// <summary>Null: on in Development only.</summary>
    public bool? Enabled { get; set; }

    /// <summary>The pass phrase that opens the page.</summary>
    public string? Key { get; set; }
}
