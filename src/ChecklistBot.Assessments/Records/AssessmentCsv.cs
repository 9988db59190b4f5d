using System.Globalization;
using System.Text;

namespace ChecklistBot.Assessments.Records;

/// <summary>All assessments of a conversation as a table (RFC 4180), safe to open in a spreadsheet.</summary>
public static class AssessmentCsv
{
    /// <summary>One line an assessment below a line of names; lines end with CR LF as the format asks. <c>revision</c> is that of the decision in the
    /// line, <c>pinned</c> that of the one in the register: an older one may stand there while the newest is talked about.</summary>
    public static string Write(IEnumerable<AssessmentSummary> assessments)
    {
        var text = new StringBuilder("number,title,state,path,flags,started,decided,revision,pinned\r\n");
        foreach (var one in assessments)
        {
            text.AppendJoin(',', [
                one.Number.ToString(CultureInfo.InvariantCulture),
                Field(one.Title),
                Field(StateWords.Of(one)),
                Field(one.PathLabel ?? ""),
                Field(string.Join("; ", one.Flags)),
                Date(one.StartedAt),
                one.DecidedAt is { } decided ? Date(decided) : "",
                one.DecidedRevision > 0 ? one.DecidedRevision.ToString(CultureInfo.InvariantCulture) : "",
                one.PinnedRevision?.ToString(CultureInfo.InvariantCulture) ?? "",
            ]);
            text.Append("\r\n");
        }

        return text.ToString();
    }

    private static string Date(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text that a spreadsheet would run as a formula gets an apostrophe before it; some take the full-width signs too.</summary>
    private static string Field(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠')
            text = "'" + text;
        return text.AsSpan().ContainsAny("\",\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }
}
