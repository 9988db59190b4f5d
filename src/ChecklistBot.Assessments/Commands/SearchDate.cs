using System.Globalization;

namespace ChecklistBot.Assessments.Commands;

/// <summary>A month or a day as a search word, in the one way that can mean nothing else: <c>2026-11</c>, <c>2026-11-28</c>.</summary>
public static class SearchDate
{
    /// <summary>From when to before when it lasts where the team is; null for any other word.</summary>
    public static (DateTimeOffset From, DateTimeOffset Before)? Span(string word, TimeZoneInfo zone)
    {
        if (Read(word) is not var (first, isMonth))
            return null;
        return (Start(first, zone), Start(isMonth ? first.AddMonths(1) : first.AddDays(1), zone));
    }

    /// <summary>Whether it is one.</summary>
    internal static bool Is(string word) => Read(word) is not null;

    private static (DateOnly First, bool IsMonth)? Read(string word)
    {
        // The last days of the calendar have none after them.
        if (word.Length is not (7 or 10) || word.StartsWith("9999", StringComparison.Ordinal) || word.StartsWith("0001", StringComparison.Ordinal))
            return null;
        var isMonth = word.Length == 7;
        return DateOnly.TryParseExact(isMonth ? word + "-01" : word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? (first, isMonth)
            : null;
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
