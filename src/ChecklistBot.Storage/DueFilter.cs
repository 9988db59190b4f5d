using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage.Tables;

namespace ChecklistBot.Storage;

/// <summary>In which conversations a delivery loop may take something now.</summary>
public sealed class DueFilter
{
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    private DueFilter(bool only) => IsOnly = only;

    /// <summary>Whether what was added is all that counts, and not what is left out.</summary>
    internal bool IsOnly { get; }

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsOpen => !IsOnly && places.Count == 0;

    /// <summary>Platforms and tenants, as the storage writes them, one a line: neither can hold the end of a line.</summary>
    internal string Places => string.Join('\n', places);

    /// <summary>Every conversation but those in what is added.</summary>
    public static DueFilter Except() => new(only: false);

    /// <summary>No conversation but those in what is added.</summary>
    public static DueFilter Only() => new(only: true);

    /// <summary>Adds a whole platform.</summary>
    public void AddPlatform(string platform) => places.Add(platform);

    /// <summary>Adds the tenant of a conversation.</summary>
    public void AddTenantOf(ConversationKey key) => places.Add(key.TenantOf());

    /// <summary>Whether something may be taken in a conversation.</summary>
    internal bool Takes(ConversationKey key) =>
        IsOpen || (places.Contains(key.Platform) || places.Contains(key.TenantOf())) == IsOnly;
}
