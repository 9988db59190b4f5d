using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>Cards that have become one line: finished, cancelled, moved.</summary>
internal static class PointerCards
{
    /// <summary>The live card of a finished assessment: its path, and where the recommendation stands.</summary>
    public static Card Finished(Assessment state, ViewContext context)
    {
        var result = Result(state.Decision!);
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        blocks.Add(new HeadingBlock($"#{state.Number} {state.Title}"));
        blocks.Add(new TextBlock(result + ".", TextTone.Strong));
        blocks.Add(WayTo(state.Decision!, context));
        if (AttributionLine.Of(state, context.Names) is { } attribution)
            blocks.Add(new TextBlock(attribution, TextTone.Subtle));
        blocks.Add(new ButtonsBlock([Cards.Buttons.Reopen(state)]));
        return Of(state, $"#{state.Number} {state.Title} is finished. {result}.", blocks.ToImmutable());
    }

    /// <summary>The live card of a cancelled assessment, or of a cancelled revision: then the recommendation before it stands.</summary>
    public static Card Cancelled(Assessment state, ViewContext context)
    {
        var cancelled = state.Recent.LastOrDefault(recorded => recorded.Event is Events.Cancelled);
        var attribution = cancelled is null ? "Cancelled." : $"Cancelled by {context.Names[cancelled.Person]}.";
        ImmutableArray<CardBlock> since = cancelled is not null && AttributionLine.After(state, cancelled.Sequence, context.Names) is { } later
            ? [new TextBlock(later, TextTone.Subtle)]
            : [];
        if (state.Decision is { } stands)
        {
            return Of(
                state,
                $"#{state.Number} {state.Title}: revision {state.Revision} is cancelled, and revision {stands.Revision} stands. {Result(stands)}.",
                [
                    new HeadingBlock($"#{state.Number} {state.Title}"),
                    new TextBlock($"Revision {state.Revision}: {Wording.InSentence(attribution)} Its answers are kept, and revision {stands.Revision} stands."),
                    new TextBlock(Result(stands) + ".", TextTone.Strong),
                    WayTo(stands, context),
                    .. since,
                    new ButtonsBlock([Cards.Buttons.Reopen(state)]),
                ]);
        }

        return Of(
            state,
            $"#{state.Number} {state.Title}: cancelled.",
            [
                new HeadingBlock($"#{state.Number} {state.Title}"),
                new TextBlock($"{attribution} Its answers are kept."),
                .. since,
                new ButtonsBlock([Cards.Buttons.Reopen(state)]),
            ]);
    }

    /// <summary>A live card that was posted again further down.</summary>
    public static Card Moved(Assessment state, ViewContext context)
    {
        var text = $"#{state.Number} {state.Title} goes on further down.";
        return Of(state, text, [context.LiveLink is { } link ? new LinkBlock(text, link) : new TextBlock(text, TextTone.Subtle)]);
    }

    private static string Result(DecisionSnapshot decision) =>
        decision.Path is { } path ? $"Recommended path: {path.Label}" : "No single path yet: finished without agreement";

    private static CardBlock WayTo(DecisionSnapshot decision, ViewContext context)
    {
        if (context.RecommendationRefusals.GetValueOrDefault(decision.Revision) is { } reason)
            return new TextBlock($"The recommendation could not be posted: {reason} Type status to try again; export has it too.", TextTone.Strong);
        return context.RecommendationLinks.GetValueOrDefault(decision.Revision) is { } link
            ? new LinkBlock("See the recommendation", link)
            : new TextBlock("The recommendation stands in this conversation.", TextTone.Subtle);
    }

    private static Card Of(Assessment state, string summary, ImmutableArray<CardBlock> blocks) => new()
    {
        Kind = CardKind.Live,
        Summary = summary,
        Blocks = blocks,
        Assessment = state.Id,
        Number = state.Number,
        Revision = state.Revision,
    };
}
