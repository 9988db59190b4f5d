using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>A message that really exists on the platform.</summary>
internal sealed class KeptMessage(string conversation, string id)
{
    public string Conversation { get; } = conversation;

    public string Id { get; } = id;

    public JsonElement Content { get; set; }

    /// <summary>The bot's own number of it; 0 where the test does not see that.</summary>
    public long Number { get; init; }

    public bool IsPinned { get; set; }
}
