using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>A recommendation as it was given, or the pointer that it becomes once another one replaced it.</summary>
internal static class RecommendationCard
{
    private const string Pinned = "Pinned: it is in the register.";

    public static Card Draw(Assessment state, DecisionSnapshot decision, int copy, ViewContext context)
    {
        var newest = state.Decision!.Revision;
        if (decision.Revision == newest && copy != state.RecommendationCopy)
            return Pointer(state, decision, $"The recommendation of #{state.Number} {state.Title} stands further down.", newest, context);
        if (IsReplaced(state, decision))
            return Replacement(state, decision, context);
        var blocks = Body(state, decision, context);
        if (state.PinnedRevision == decision.Revision)
            blocks.Add(new TextBlock(PinLine(state, decision, context), TextTone.Subtle));
        blocks.Add(new ButtonsBlock(Buttons(state, decision, context)));
        return Of(state, decision, blocks.ToImmutable());
    }

    /// <summary>The same as a post of its own that stands for the pin. Its buttons stand where its link leads, beside the answers that led there.</summary>
    public static Card DrawPinPost(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        if (IsReplaced(state, decision))
            return Replacement(state, decision, context);
        var blocks = Body(state, decision, context);
        blocks.Add(new TextBlock(state.PinnedRevision == decision.Revision ? Pinned : "It is no longer pinned.", TextTone.Subtle));
        if (context.RecommendationLinks.GetValueOrDefault(decision.Revision) is { } link)
            blocks.Add(new LinkBlock("Where the team decided it", link));
        return Of(state, decision, blocks.ToImmutable());
    }

    /// <summary>A pinned decision is shown for ever as it was given; any other one that was replaced becomes a line.</summary>
    private static bool IsReplaced(Assessment state, DecisionSnapshot decision) =>
        decision.Revision != state.Decision!.Revision && state.PinnedRevision != decision.Revision;

    private static Card Replacement(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        var newest = state.Decision!.Revision;
        var text = $"#{state.Number} {state.Title}: revision {decision.Revision} ({Result(decision)}) was replaced by revision {newest}.";
        return Pointer(state, decision, text, newest, context);
    }

    private static string PinLine(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        if (!context.PinPostLost)
            return context.PinNote ?? Pinned;
        // Of an earlier revision it does not: “pin” is about the newest.
        return decision.Revision == state.Decision!.Revision
            ? $"{Pinned} Somebody deleted its own post in the channel: “pin” posts it again."
            : $"{Pinned} Somebody deleted its own post in the channel.";
    }

    private static ImmutableArray<CardBlock>.Builder Body(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        blocks.Add(new HeadingBlock(decision.Path is { } path
            ? $"Recommended path: {path.Label}"
            : $"No single path yet: {Wording.InWords(decision.Branches.Length)} are left"));
        blocks.Add(new TextBlock(About(state, decision, context), TextTone.Subtle));
        if (ReplacedBy(state, decision, context) is { } successor)
            blocks.Add(successor);
        if (!decision.Flags.IsEmpty)
            blocks.Add(new FlagsBlock([.. decision.Flags.Select(flag => flag.Text)]));
        foreach (var section in RecommendationSections.Of(decision, context.Names, mostWays: Agreement.DecidingItems.MostWays))
            blocks.Add(section);
        if (Replaced(state, decision, context) is { } replaced)
            blocks.Add(replaced);
        if (state.Phase == Phase.Open && decision.Revision == state.Decision!.Revision)
            blocks.Add(new TextBlock($"Revision {state.Revision} is open: this may change.", TextTone.Attention));
        return blocks;
    }

    /// <summary>The way on to the revision that replaced this one; null on the newest.</summary>
    private static CardBlock? ReplacedBy(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        var newest = state.Decision!.Revision;
        if (decision.Revision == newest)
            return null;
        var text = $"Revision {newest} replaced this one ({Result(state.Decision)}).";
        return context.RecommendationLinks.GetValueOrDefault(newest) is { } link ? new LinkBlock(text, link) : new TextBlock(text, TextTone.Attention);
    }

    /// <summary>The way back to the revision before; null on the first.</summary>
    private static CardBlock? Replaced(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        if (state.Decisions.LastOrDefault(earlier => earlier.Revision < decision.Revision) is not { } before)
            return null;
        var text = $"It replaces revision {before.Revision} ({Result(before)}).";
        return context.RecommendationLinks.GetValueOrDefault(before.Revision) is { } link ? new LinkBlock(text, link) : new TextBlock(text, TextTone.Subtle);
    }

    private static string About(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        var parts = new List<string> { decision.Title, $"#{state.Number}" };
        if (decision.Revision > 1)
            parts.Add($"revision {decision.Revision}");
        parts.Add(Wording.Date(decision.At, context.TimeZone));
        parts.Add(NameLists.Of(decision.Participants, context.Names).ToString());
        parts.Add($"checklist {decision.Checklist.Version}");
        return string.Join(" · ", parts);
    }

    private static ImmutableArray<CardButton> Buttons(Assessment state, DecisionSnapshot decision, ViewContext context)
    {
        var isNewest = decision.Revision == state.Decision!.Revision;
        ImmutableArray<CardButton> pin = state.PinnedRevision != decision.Revision
            ? [Cards.Buttons.Pin(state, decision.Revision)]
            // “pin” is about the newest.
            : context.PinRefused && isNewest
                ? [Cards.Buttons.PinAgain(state, decision.Revision), Cards.Buttons.Unpin(state, decision.Revision)]
                : [Cards.Buttons.Unpin(state, decision.Revision)];
        return state.Phase == Phase.Open || !isNewest
            ? [.. pin, Cards.Buttons.Export(state, decision.Revision)]
            : [.. pin, Cards.Buttons.ChangeAnswer(state), Cards.Buttons.Export(state, decision.Revision)];
    }

    private static Card Pointer(Assessment state, DecisionSnapshot decision, string text, int newest, ViewContext context)
    {
        var link = context.RecommendationLinks.GetValueOrDefault(newest);
        return Of(state, decision, [link is null ? new TextBlock(text) : new LinkBlock(text, link)]) with { Summary = text };
    }

    private static Card Of(Assessment state, DecisionSnapshot decision, ImmutableArray<CardBlock> blocks) => new()
    {
        Kind = CardKind.Recommendation,
        Summary = decision.Path is { } path
            ? $"#{state.Number} {decision.Title}: the recommended path is {Result(decision)}. Next steps: {path.Next}"
            : $"#{state.Number} {decision.Title}: {Result(decision)}.",
        Blocks = blocks,
        Assessment = state.Id,
        Number = state.Number,
        Revision = decision.Revision,
        PathId = decision.Path?.Id,
    };

    private static string Result(DecisionSnapshot decision) =>
        decision.Path is { } path ? Wording.InSentence(path.Label) : "no single path yet";
}
