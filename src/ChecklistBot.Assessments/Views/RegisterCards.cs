using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Views;

/// <summary>The register and the list of a conversation's assessments.</summary>
public static class RegisterCards
{
    /// <summary>Entries on a page of <c>list</c>.</summary>
    public const int PageSize = 10;

    /// <summary>A page of the pinned recommendations, newest first.</summary>
    /// <param name="page">One more than <see cref="PageSize"/> where older ones follow.</param>
    /// <param name="all">How many are pinned, on every page together.</param>
    /// <param name="query">Where the page begins.</param>
    /// <param name="zone">For the dates.</param>
    public static Card Pinned(IReadOnlyList<AssessmentSummary> page, int all, ShowPinned query, TimeZoneInfo zone)
    {
        var text = all == 0
            ? "Nothing is pinned here yet. Pin a recommendation with its button, or type pin."
            : all == 1 ? "1 recommendation is pinned." : $"{Wording.Number(all)} recommendations are pinned.";
        var given = page.Select(AsPinned).ToList();
        return Paged("Pinned for later", text, given, query.Before, before => CardAction.Of(query with { Before = before }), zone);
    }

    /// <summary>A page of the assessments here, newest first.</summary>
    /// <param name="page">One more than <see cref="PageSize"/> where older ones follow.</param>
    /// <param name="query">The words searched for and where the page begins.</param>
    /// <param name="zone">For the dates.</param>
    public static Card List(IReadOnlyList<AssessmentSummary> page, ListAll query, TimeZoneInfo zone)
    {
        var words = query.Words.IsEmpty ? "" : $" with “{string.Join(' ', query.Words)}”";
        var text = page.Count == 0
            ? query.Words.IsEmpty ? "No assessment was started here yet. Type start and a title." : $"Nothing found{words}."
            : query.Words.IsEmpty ? "All of this conversation, newest first." : $"Those{words}, newest first.";
        var entries = page.Select(AsNewest).ToList();
        return Paged("Assessments", text, entries, query.Before, before => CardAction.Of(query with { Before = before }), zone);
    }

    /// <summary>The register shows what was pinned, and names what replaced it since.</summary>
    private static Entry AsPinned(AssessmentSummary one)
    {
        if (one.PinnedDecision is not { } pinned)
            return AsNewest(one);
        var given = one with
        {
            PathLabel = pinned.Path?.Label,
            Provisional = pinned.Provisional,
            Flags = [.. pinned.Flags.Select(flag => flag.Text)],
            DecidedAt = pinned.At,
        };
        return new Entry(given, one.PathLabel ?? "no single path yet");
    }

    private static Entry AsNewest(AssessmentSummary one) => new(one, null);

    private static Card Paged(
        string heading,
        string text,
        IReadOnlyList<Entry> page,
        int? before,
        Func<int?, string> action,
        TimeZoneInfo zone)
    {
        var shown = page.Take(PageSize).ToArray();
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        if (before is not null)
            buttons.Add(new CardButton { Label = "Newest", Action = action(null) });
        if (page.Count > shown.Length)
            buttons.Add(new CardButton { Label = "Older", Action = action(shown[^1].Shown.Number) });
        return Of(heading, text, shown, zone, buttons.ToImmutable());
    }

    private static Card Of(
        string heading,
        string text,
        IReadOnlyList<Entry> entries,
        TimeZoneInfo zone,
        ImmutableArray<CardButton> buttons)
    {
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        blocks.Add(new HeadingBlock(heading));
        blocks.Add(new TextBlock(text, TextTone.Subtle));
        var shared = SharedNote(entries);
        if (shared is not null)
            blocks.Add(new TextBlock(PinSaid(shared), TextTone.Subtle));
        foreach (var entry in entries)
            blocks.Add(new EntryBlock($"#{entry.Shown.Number} {entry.Shown.Title}", Detail(entry, shared, zone), entry.Shown.Link));
        if (!buttons.IsEmpty)
            blocks.Add(new ButtonsBlock(buttons));
        var titles = string.Join("; ", entries.Select(entry => $"#{entry.Shown.Number} {entry.Shown.Title}"));
        return new Card { Kind = CardKind.Register, Summary = $"{heading}. {text} {titles}".TrimEnd(), Blocks = blocks.ToImmutable() };
    }

    /// <summary>What pinning did is the same for most that a conversation pins: said of several in the same words, it stands above them once.</summary>
    private static string? SharedNote(IReadOnlyList<Entry> entries) => entries
        .Where(entry => entry.Shown.PinnedRevision is not null && !IsReplaced(entry.Shown) && entry.Shown.PinNote is not null)
        .GroupBy(entry => entry.Shown.PinNote!, StringComparer.Ordinal)
        .Where(group => group.Skip(1).Any())
        .MaxBy(group => group.Count())?.Key;

    private static bool IsReplaced(AssessmentSummary entry) => entry.PinnedRevision < entry.DecidedRevision;

    private static string PinWords(AssessmentSummary entry, string? shared) => entry.PinNote switch
    {
        null => "pinned",
        var note when note == shared => "pinned, see above",
        var note => "p" + PinSaid(note)[1..],
    };

    /// <summary>"Pinned: It is kept in the register.", but not "Pinned: Pinned at the top of this chat."</summary>
    private static string PinSaid(string note) => note.StartsWith("Pinned ", StringComparison.Ordinal) ? note : $"Pinned: {note}";

    private static string Detail(Entry line, string? sharedNote, TimeZoneInfo zone)
    {
        var entry = line.Shown;
        var parts = new List<string>();
        if (entry.PathLabel is { } label)
            parts.Add(label);
        parts.Add(StateWords.Of(entry));
        parts.AddRange(entry.Flags);
        parts.Add(Wording.Date(entry.DecidedAt ?? entry.StartedAt, zone));
        if (entry.PinnedRevision is { } revision && IsReplaced(entry))
            parts.Add($"revision {revision} is pinned; revision {entry.DecidedRevision}{(line.ReplacedBy is { } path ? $" ({path})" : "")} replaced it");
        else if (entry.PinnedRevision is not null)
            parts.Add(PinWords(entry, sharedNote));
        if (entry.LinkGone)
            parts.Add(entry.Link is null ? "its message was deleted" : "its own post in the channel was deleted, so the link leads to where the team decided it");
        if (entry.RefusedBecause is { } reason)
            parts.Add($"refused: {reason}");
        return string.Join(" · ", parts);
    }

    /// <param name="Shown">What the line is about.</param>
    /// <param name="ReplacedBy">The path that replaced it since; null where the newest one is shown.</param>
    private sealed record Entry(AssessmentSummary Shown, string? ReplacedBy);
}
