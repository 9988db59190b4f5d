namespace ChecklistBot.Slack.Protocol;

/// <summary>Keys under which a repeated delivery is recognised. Never the socket's envelope id, which may change on a retry.</summary>
internal static class DedupeKey
{
    /// <summary>Parts are joined by a character that no id of Slack contains (<see cref="JsonReading.AsId"/> sees to it).</summary>
    public static string Of(string kind, params ReadOnlySpan<string> parts) => $"slack {kind} {string.Join(' ', parts)}";
}
