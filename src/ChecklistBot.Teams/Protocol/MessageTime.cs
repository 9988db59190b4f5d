using System.Globalization;

namespace ChecklistBot.Teams.Protocol;

/// <summary>When a message was written. Teams gives a message the time as its id, in milliseconds since 1970, and an edit keeps the id.</summary>
internal static class MessageTime
{
    /// <summary>Such ids have so many digits from 2001 to 2286.</summary>
    private const int IdLength = 13;

    /// <summary>
    /// From the id, else from the activity's own time, which on an edit may be the edit's: then the message counts as young. Null
    /// when neither is a time.
    /// </summary>
    public static DateTimeOffset? Of(string? id, string? timestamp) =>
        id is { Length: IdLength } && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.TryParse(timestamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
