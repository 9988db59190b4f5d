using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>Answers, tapped or typed.</summary>
internal static class Answering
{
    /// <summary>The second tap of a double one: the card has just confirmed the first.</summary>
    private static readonly TimeSpan DoubleTap = TimeSpan.FromSeconds(1);

    /// <summary>Taps and forms name items by id, so a late tap counts for the item that its card showed.</summary>
    public static Decision ByIds(Assessment state, AnswerByIds command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        if (command.Answers.IsEmpty)
            return Decision.Only(Unchanged(state, command.LeftAlone ?? [], context));
        var answers = new List<ItemOption>();
        foreach (var (itemId, optionId) in command.Answers)
        {
            var item = context.Checklist.ItemIndex(itemId);
            var option = item < 0 ? -1 : context.Checklist.OptionIndex(item, optionId);
            if (item < 0 || (option < 0 && optionId != Answers.NotSure))
                return Decision.Only(Reply.Of(ReplyNature.NotUnderstood, "That answer is not on the checklist any more. Use the newest card."));
            answers.Add(new ItemOption(item, option));
        }

        var events = Record(state, answers, context);
        if (answers.Count > 1 || command.LeftAlone is not null)
            return new Decision(events, Confirm(state, answers, events, context));

        // A tap is confirmed by the card that changes. A repeated one changes nothing that could be seen, except where the card itself answers a tap.
        return events.IsEmpty && !HasJustAnswered(state, answers[0], context)
            ? Decision.Only(Confirm(state, answers, events, context) with { OnCard = OnCard.All })
            : new Decision(events);
    }

    private static bool HasJustAnswered(Assessment state, ItemOption answer, DecisionContext context)
    {
        var item = context.Checklist.Definition.Items[answer.Item].Id;
        return state.Recent.Any(recorded =>
            recorded.Person == context.Person
            && recorded.Event is Answered answered && answered.Item == item
            && (context.Now - recorded.At).Duration() < DoubleTap);
    }

    /// <summary>What a form says in which nothing was chosen. Its owner's answers may be newer than those that it was filled with.</summary>
    private static Reply Unchanged(Assessment state, ImmutableArray<string> leftAlone, DecisionContext context)
    {
        var answers = new List<ItemOption>();
        foreach (var id in leftAlone)
        {
            var item = context.Checklist.ItemIndex(id);
            var own = state.Item(id).OptionOf(context.Person);
            var option = own is null || item < 0 ? -1 : context.Checklist.OptionIndex(item, own);
            if (item >= 0 && (option >= 0 || own == Answers.NotSure))
                answers.Add(new ItemOption(item, option));
        }

        return answers.Count == 0
            ? Reply.Refusal("No answer was chosen in the form, so nothing has changed.")
            : Confirm(state, answers, [], context);
    }

    /// <summary>Typed answers: what is clear is recorded, what is not is asked or refused, all in one reply.</summary>
    public static Decision Typed(Assessment state, AnswerItems command, DecisionContext context)
    {
        if (Guards.NotOpen(state) is { } refusal)
            return Decision.Only(refusal);
        if (command.Phrases.IsEmpty)
            return Decision.Only(Reply.Refusal("Say which answer: for example answer 2 for the item in focus, 3b for another item, or 3 not sure."));
        var reading = PhraseReading.Of(state, command.Phrases, context, asksBack: true);
        var events = Record(state, reading.Clear, context);
        if (reading.Questions.IsEmpty && reading.Refusals.IsEmpty)
            return new Decision(events, Confirm(state, reading.Clear, events, context));
        ImmutableArray<string> lines =
        [
            .. reading.Clear.Count > 0 ? [Named(state, reading.Clear, context)] : ImmutableArray<string>.Empty,
            .. reading.Refusals,
            .. reading.Questions,
        ];
        var nature = reading.Questions.IsEmpty ? ReplyNature.Refused : ReplyNature.Asked;
        return new Decision(events, Reply.Of(nature, lines, reading.Buttons));
    }

    private static ImmutableArray<AssessmentEvent> Record(Assessment state, IReadOnlyCollection<ItemOption> answers, DecisionContext context)
    {
        var events = ImmutableArray.CreateBuilder<AssessmentEvent>();
        foreach (var answer in answers)
        {
            var item = context.Checklist.Definition.Items[answer.Item];
            var option = answer.Option < 0 ? Answers.NotSure : item.Options[answer.Option].Id;
            var previous = events.OfType<Answered>().LastOrDefault(e => e.Item == item.Id)?.Option ?? state.Item(item.Id).OptionOf(context.Person);
            if (previous != option)
                events.Add(new Answered(item.Id, option, previous));
        }

        if (state.Pace == Pace.Quick
            && events.OfType<Answered>().Any(e => e.Item == state.FocusItem)
            && Moving.AfterAnswer(After(state, events, context), context) is { } move)
            events.Add(move);
        return events.ToImmutable();
    }

    private static Assessment After(Assessment state, IEnumerable<AssessmentEvent> events, DecisionContext context) =>
        events.Aggregate(state, (before, e) => before.Apply(new RecordedEvent(before.Version + 1, context.Now, context.Person, e)));

    private static Reply Confirm(
        Assessment state,
        IReadOnlyCollection<ItemOption> answers,
        ImmutableArray<AssessmentEvent> events,
        DecisionContext context)
    {
        var text = Named(state, answers, context);
        if (events.IsEmpty)
            return Reply.Confirmation(text + " You had already said so.");
        return answers.Count == 1 ? Reply.Confirmation(text, Buttons.Undo(state, state.Version + 1)) : Reply.Confirmation(text);
    }

    private static string Named(Assessment state, IReadOnlyCollection<ItemOption> answers, DecisionContext context) =>
        $"{(answers.Count == 1 ? "Your answer" : "Your answers")}{Wording.In(state, context)}: " + string.Join("; ", answers.Select(answer =>
        {
            var item = context.Checklist.Definition.Items[answer.Item];
            var label = answer.Option < 0 ? Answers.NotSureLabel : item.Options[answer.Option].Label;
            return $"item {answer.Item + 1}, {label}";
        })) + ".";
}
