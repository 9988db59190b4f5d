using System.Globalization;

namespace ChecklistBot.Slack.Protocol;

/// <summary>A message's <c>ts</c> read as what it also is: seconds since 1970, with six decimals that tell messages apart (docs.slack.dev, "Retrieving messages").</summary>
internal static class SlackTime
{
    /// <summary>To the second; null for what is no time.</summary>
    public static DateTimeOffset? Of(string? ts)
    {
        if (ts is null)
            return null;
        var point = ts.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? ts.AsSpan() : ts.AsSpan(0, point);
        return long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
