using System.Text;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;

namespace ChecklistBot.Assessments.Records;

/// <summary>The decision record: everything about an assessment as Markdown, ready for a wiki or a folder of decision records.</summary>
public static class DecisionRecord
{
    /// <summary>The decision of a revision; the newest when none is named or that one is not kept, and null while nothing is decided.</summary>
    public static DecisionSnapshot? Of(Assessment state, int? revision) =>
        state.Decisions.FirstOrDefault(one => one.Revision == revision) ?? state.Decision;

    /// <summary>A decision with everybody's answers; for null the answers so far.</summary>
    public static string Markdown(Assessment state, DecisionSnapshot? given, ViewContext context)
    {
        var text = new StringBuilder();
        text.Append("# ").Append('#').Append(state.Number).Append(' ').Append(Escape(state.Title)).Append("\n\n");
        if (given is { } decision)
            Decided(text, state, decision, context);
        else
            Undecided(text, state, context);
        return text.ToString();
    }

    private static void Decided(StringBuilder text, Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        Fact(text, "Status", Status(state, decision));
        if (LastChange(state) is var changed && changed > decision.At)
            Fact(text, "As of", Wording.Moment(changed, context.TimeZone));
        Fact(text, "Date", Wording.Date(decision.At, context.TimeZone));
        Fact(text, "Revision", Wording.Number(decision.Revision));
        Fact(text, "Pinned", state.PinnedRevision == decision.Revision ? "yes" : "no");
        Fact(text, "Participants", Names(decision.Participants, context.Names));
        Fact(text, "Finished by", context.Names[decision.FinishedBy]);
        Fact(text, "Checklist", $"{decision.ChecklistTitle} ({decision.Checklist.Id} {decision.Checklist.Version}, SHA-256 {decision.Checklist.Hash})");
        Fact(text, "Flags", decision.Flags.IsEmpty ? "none" : string.Join(", ", decision.Flags.Select(flag => flag.Text)));
        text.Append("\n## ").Append(decision.Path is { } path ? $"Recommended path: {Escape(path.Label)}" : $"No single path yet: {Wording.InWords(decision.Branches.Length)} are left").Append('\n');
        foreach (var section in RecommendationSections.Of(decision, context.Names, mostWays: int.MaxValue))
        {
            text.Append("\n### ").Append(Escape(section.Label)).Append("\n\n");
            if (section.Lines is [var only])
                text.Append(Escape(only)).Append('\n');
            else
                foreach (var line in section.Lines)
                    text.Append("- ").Append(Escape(line)).Append('\n');
        }

        Answered(text, decision.Items, context.Names);
        Others(text, "Earlier revisions", state.Decisions.Where(one => one.Revision < decision.Revision), context);
        Others(text, "Later revisions", state.Decisions.Where(one => one.Revision > decision.Revision), context);
    }

    /// <summary>When what the record says came about. It is drawn anew as long as it stands in a conversation: the moment belongs to what it shows, not to
    /// whoever asked for it.</summary>
    private static DateTimeOffset LastChange(Assessment state) => state.Recent
        .Select(recorded => recorded.At)
        .Concat(state.Decisions.Select(decision => decision.At))
        .Append(state.StartedAt)
        .Max();

    private static string Status(Assessment state, DecisionSnapshot decision)
    {
        var given = decision.Provisional ? "provisional: finished without agreement" : "decided";
        return state.Phase switch
        {
            // What became of a later revision is told there.
            _ when decision.Revision != state.Decision!.Revision => $"{given}; revision {state.Decision.Revision} replaced it",
            Phase.Open => $"revision {state.Revision} is open; this is revision {decision.Revision}",
            Phase.Cancelled => $"{given}; revision {state.Revision} was cancelled",
            _ => given,
        };
    }

    private static void Undecided(StringBuilder text, Assessment state, ViewContext context)
    {
        Fact(text, "Status", state.Phase == Phase.Cancelled ? "cancelled, without a result" : "open: nothing is decided yet");
        Fact(text, "As of", Wording.Moment(LastChange(state), context.TimeZone));
        Fact(text, "Started", Wording.Date(state.StartedAt, context.TimeZone));
        Fact(text, "Started by", context.Names[state.StartedBy]);
        Fact(text, "Participants", state.Participants.IsEmpty ? "none yet" : Names(state.Participants, context.Names));
        Answered(text, SnapshotItems.Of(TeamPicture.Of(state, context.Checklist)), context.Names);
    }

    private static void Answered(StringBuilder text, IEnumerable<SnapshotItem> items, Names names)
    {
        text.Append("\n## Answers\n\n| Item | Team answer | Who said what |\n|---|---|---|\n");
        foreach (var item in items)
        {
            var team = item.Team ?? (item.Choices.Any(choice => choice.Option != Answers.NotSure) ? "tied" : "open");
            if (item.SettledBy is { } settler)
                team += $", settled by {names[settler]}";
            var who = item.Choices.IsEmpty
                ? "nobody answered"
                : string.Join("; ", item.Choices.Select(choice => $"{choice.Label}: {Names(choice.People, names)}"));
            text.Append("| ").Append(item.Position).Append(". ").Append(Escape(item.Question))
                .Append(" | ").Append(Escape(team))
                .Append(" | ").Append(Escape(who)).Append(" |\n");
        }
    }

    private static void Others(StringBuilder text, string heading, IEnumerable<DecisionSnapshot> others, ViewContext context)
    {
        var before = $"\n## {heading}\n\n";
        foreach (var one in others)
        {
            text.Append(before).Append("- Revision ").Append(one.Revision).Append(", ").Append(Wording.Date(one.At, context.TimeZone)).Append(": ")
                .Append(Escape(one.Path?.Label ?? "no single path")).Append('\n');
            before = "";
        }
    }

    private static void Fact(StringBuilder text, string name, string value) =>
        text.Append("- **").Append(name).Append(":** ").Append(Escape(value)).Append('\n');

    private static string Names(IEnumerable<int> people, Names names) => string.Join(", ", people.Select(person => names[person]));

    /// <summary>How long the web address is that begins here; 0 where none does. Escaped it would lead elsewhere, so it stands in angle brackets.</summary>
    private static int AddressAt(string text, int start)
    {
        var from = text.AsSpan(start);
        if ((start > 0 && char.IsLetterOrDigit(text[start - 1]))
            || (!from.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !from.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
            return 0;
        var length = 0;
        while (length < from.Length && !char.IsWhiteSpace(from[length]) && !char.IsControl(from[length]) && from[length] is not ('<' or '>'))
            length++;
        while (length > 0 && (from[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"'
            || (from[length - 1] == ')' && from[..length].Count(')') > from[..length].Count('('))))
            length--;
        return Uri.TryCreate(text.Substring(start, length), UriKind.Absolute, out var address) && address.Host.Length > 0 ? length : 0;
    }

    /// <summary>Titles and names are people's text: nothing of it becomes markup, and a table stays a table.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        for (var i = 0; i < text.Length; i++)
        {
            if (AddressAt(text, i) is > 0 and var length)
            {
                escaped.Append('<').Append(text[i..(i + length)].Replace("|", "%7C", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)).Append('>');
                i += length - 1;
                continue;
            }

            // Every text here is one line, a row or an entry of a list.
            if (char.IsControl(text[i]))
            {
                escaped.Append(' ');
                continue;
            }

            // At the start of a line a sign or "1." would begin a list or a heading.
            var begins = (i == 0 && text[i] is '-' or '+' or '=') || (i == digits && i > 0 && text[i] is '.' or ')');
            if (begins || text[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '#' or '&' or '$')
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }
}
