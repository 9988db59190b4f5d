using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Desk;

/// <summary>Finds the assessment that a typed command means: the one it names, else the only one of the thread that fits, else, in a thread
/// without any or outside threads, the only one that fits here. Where several fit, the person is asked; <c>undo</c> means the one to which the person
/// last did something.</summary>
public static class Targeting
{
    /// <summary>As many as fit on one row of buttons.</summary>
    private const int MostAsked = 5;

    /// <summary>Chooses among what the conversation has.</summary>
    /// <param name="instruction">A typed command.</param>
    /// <param name="thread">Where it was typed; null outside threads.</param>
    /// <param name="known">With a number: the one with it, if any. Without: all open ones and the newest others, newest first.</param>
    /// <param name="lastDone">When the person last did something to one of them; asked for <c>undo</c> only, which does not mean a start.</param>
    public static Target Choose(
        Instruction instruction,
        string? thread,
        IReadOnlyList<AssessmentSummary> known,
        Func<AssessmentId, DateTimeOffset?> lastDone)
    {
        if (instruction.Number is { } number)
            return known.FirstOrDefault(one => one.Number == number) is { } named
                ? new Found(named.Id)
                : new NotFound(Reply.Refusal($"There is no #{number} here. Type list to see all assessments of this conversation."));
        var here = Here(thread, known);
        var meant = here.Length > 0 ? here : known;
        if (instruction.Command is Undo
            && meant.Where(one => lastDone(one.Id) is not null).MaxBy(one => lastDone(one.Id)) is { } last && lastDone(last.Id) > last.StartedAt)
            return new Found(last.Id);
        var fitting = meant.Where(one => Fits(instruction.Command, one)).ToArray();
        // Pinned already, but somebody deleted what was pinned, or the platform refused it: whoever types pin wants it back, or tried again.
        if (fitting.Length == 0 && instruction.Command is Pin)
            fitting = [.. meant.Where(one => (one.LinkGone || one.RefusedBecause is not null) && one.PinnedRevision is not null)];
        var open = fitting.Where(one => one.Phase == Phase.Open).ToArray();
        var choice = open.Length > 0 ? open : fitting;
        return choice switch
        {
            // The thread's own says for itself why it does not fit.
            [] when here.Length > 0 => new Found(here[0].Id),
            [] => new NotFound(Nothing(instruction.Command, known)),
            [var only] => new Found(only.Id),
            _ => new NotFound(Ask(instruction, choice)),
        };
    }

    /// <summary>Those that a typed command can be meant for.</summary>
    /// <param name="thread">Where it was typed; null outside threads.</param>
    /// <param name="known">What the conversation has.</param>
    public static IReadOnlyList<AssessmentSummary> Meant(string? thread, IReadOnlyList<AssessmentSummary> known) =>
        Here(thread, known) is { Length: > 0 } here ? here : known;

    /// <summary>When a person last did something to an assessment, its start included; null for nothing.</summary>
    public static DateTimeOffset? LastDone(Assessment state, int person) => Undoing.LastDone(state, person);

    private static AssessmentSummary[] Here(string? thread, IReadOnlyList<AssessmentSummary> known) =>
        thread is null ? [] : [.. known.Where(one => one.Thread == thread)];

    private static bool Fits(Command command, AssessmentSummary one) => command switch
    {
        AnswerItems or Back or Next or Go or Settle or Finish or Cancel or ChangePace => one.Phase == Phase.Open,
        Reopen => one.Phase != Phase.Open,
        Pin => one.DecidedRevision > 0 && one.PinnedRevision != one.DecidedRevision,
        Unpin => one.PinnedRevision is not null,
        Why or WhatIfAsked => one.Phase != Phase.Cancelled || (one.DecidedRevision > 0 && !one.Provisional),
        _ => true,
    };

    private static Reply Nothing(Command command, IReadOnlyList<AssessmentSummary> known)
    {
        const string Start = "Type start and a title: for example start CRM to accounting.";
        if (known.Count == 0)
            return Reply.Refusal($"No assessment was started here yet. {Start}");
        return Reply.Refusal(command switch
        {
            Reopen => "Nothing here is finished or cancelled, so there is nothing to reopen.",
            Pin when known.Any(one => one.PinnedRevision is not null) => "Every recommendation here is pinned already. Type pinned to see them.",
            Pin => "There is no recommendation to pin yet. Type finish first.",
            Unpin => "Nothing is pinned here. Type list to see all assessments.",
            Why or WhatIfAsked => $"Nothing here is open or decided, so there is nothing to explain. {Start} To go on with a cancelled one, type reopen and its number.",
            _ => $"No assessment is open here. {Start} To change a finished one, type reopen and its number.",
        });
    }

    private static Reply Ask(Instruction instruction, AssessmentSummary[] choice)
    {
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        foreach (var one in choice.Take(MostAsked))
            if (CardAction.Typed(one.Id, instruction.Typed) is { } action)
                buttons.Add(new CardButton { Label = PlainText.Cut($"#{one.Number} {one.Title}", 60), Action = action });
        var example = $"{instruction.Typed} #{choice[0].Number}";
        var text = buttons.Count > 0
            ? "Which assessment do you mean?"
            : "Which assessment do you mean? Type the command again with its number, such as #3.";
        return buttons.Count > 0 && choice.Length > MostAsked
            ? Reply.Of(ReplyNature.Asked, $"{text} These are the newest; for another type its number too, such as {PlainText.Cut(example, 60)}.", buttons.ToImmutable())
            : Reply.Of(ReplyNature.Asked, text, buttons.ToImmutable());
    }
}
