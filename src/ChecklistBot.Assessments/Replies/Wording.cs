using System.Globalization;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Replies;

/// <summary>Pieces of sentences that cards, replies and records share.</summary>
internal static class Wording
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> words, string last = "and") => words switch
    {
        [var one] => one,
        _ => string.Join(", ", words.Take(words.Count - 1)) + " " + last + " " + words[^1],
    };

    /// <summary>"1 person", "3 people".</summary>
    public static string People(int count) => count == 1 ? "1 person" : Number(count) + " people";

    /// <summary>"item 2", "items 2 and 4".</summary>
    public static string Items(IReadOnlyList<int> positions) =>
        (positions.Count == 1 ? "item " : "items ") + List([.. positions.Select(Number)]);

    /// <summary>A path's name within a sentence: "nightly batch".</summary>
    public static string InSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && !char.IsUpper(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    /// <summary>"nightly batch or lightweight connector".</summary>
    public static string Paths(IEnumerable<string> labels) => List([.. labels.Select(InSentence)], "or");

    /// <summary>“a”, “a” or “b”: alternatives that stand between quotation marks, without the outer two.</summary>
    public static string Either(IReadOnlyList<string> labels) => labels switch
    {
        [var one] => one,
        _ => string.Join("”, “", labels.Take(labels.Count - 1)) + "” or “" + labels[^1],
    };

    /// <summary>"Nightly batch, if item 2 is “Can wait hours”; or if item 2 is “Can wait days” and item 5 is “Clear owner and source”; or in …".</summary>
    /// <param name="path">The path's label.</param>
    /// <param name="ways">Answers that lead there, each item by number with its answer's label (<see cref="Either"/> where several do).</param>
    /// <param name="others">How many combinations lead there too and are in none of these.</param>
    /// <param name="most">So many ways are named, or one more where that spares saying that there is one.</param>
    public static string Hangs(string path, IReadOnlyCollection<IReadOnlyList<(int Position, string Label)>> ways, int others, int most)
    {
        var named = ways.Take(others == 0 && ways.Count == most + 1 ? ways.Count : most).Select(Condition).ToList();
        if (others > 0 || named.Count < ways.Count)
            named.Add("in other cases");
        return $"{path}, {string.Join("; or ", named)}.";
    }

    private static string Condition(IReadOnlyList<(int Position, string Label)> answers)
    {
        var each = answers.Select(answer => $"item {answer.Position} is “{answer.Label}”").ToList();
        // "item 1 is “a” or “b” and item 2 is “c”" could be read in two ways.
        return "if " + (answers.Any(answer => answer.Label.Contains("” or “", StringComparison.Ordinal)) ? string.Join(", and ", each) : List(each));
    }

    /// <summary>" in #2 CRM to accounting" where a reply about an item could be taken for one about another assessment; else nothing.</summary>
    public static string In(Assessment state, DecisionContext context) => context.OthersOpen ? $" in #{state.Number} {state.Title}" : "";

    /// <summary>"two" to "ten"; digits from 11.</summary>
    public static string InWords(int number) => number is > 0 and <= 10
        ? ((string[])["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])[number - 1]
        : Number(number);

    /// <summary>A sentence that starts with a capital.</summary>
    public static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>"24 November 2026" where the team is.</summary>
    public static string Date(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"24 November 2026, 09:30 UTC", "24 July 2026, 10:30 UTC+01:00": a date as <see cref="Date"/> writes it, to the minute.</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(moment, zone);
        return there.ToString(there.Offset == TimeSpan.Zero ? "d MMMM yyyy, HH:mm 'UTC'" : "d MMMM yyyy, HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);
    }
}
