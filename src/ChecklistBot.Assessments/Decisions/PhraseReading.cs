using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What typed answers mean now that the item in focus is known.</summary>
/// <param name="Clear">Answers without doubt.</param>
/// <param name="Refusals">A sentence for each that cannot be.</param>
/// <param name="Questions">A sentence for each that could mean several.</param>
/// <param name="Buttons">What the questions may be answered with.</param>
internal sealed record PhraseReading(
    IReadOnlyCollection<ItemOption> Clear,
    ImmutableArray<string> Refusals,
    ImmutableArray<string> Questions,
    ImmutableArray<CardButton> Buttons)
{
    /// <summary>How long after a move of the focus a short answer may still be meant for the item before.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(5);

    public static PhraseReading Of(Assessment state, ImmutableArray<AnswerPhrase> phrases, DecisionContext context)
    {
        var clear = new List<ItemOption>();
        var refusals = ImmutableArray.CreateBuilder<string>();
        var questions = ImmutableArray.CreateBuilder<string>();
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        foreach (var phrase in phrases)
        {
            var found = phrase is WordPhrase word ? word.Candidates : Places(state, (PlacePhrase)phrase, context);
            switch (found)
            {
                case []:
                    refusals.Add(Missing((PlacePhrase)phrase, state, context));
                    break;
                case [var one]:
                    clear.Add(one);
                    break;
                default:
                    questions.Add(Question(phrase));
                    buttons.AddRange(found.Select(place => Button(state, place, context)));
                    break;
            }
        }

        return new PhraseReading(clear, refusals.ToImmutable(), questions.ToImmutable(), buttons.ToImmutable());
    }

    /// <summary>One answer, or two when the focus has only just been moved by somebody else; none when the item lacks that option.</summary>
    private static ImmutableArray<ItemOption> Places(Assessment state, PlacePhrase phrase, DecisionContext context)
    {
        if (phrase.Position is { } position)
            return Place(position - 1, phrase.Choice, context);
        var focus = Place(context.Checklist.ItemIndex(state.FocusItem), phrase.Choice, context);
        return state.LatestMove is { } move && move.Person != context.Person && context.Now - move.At < Doubt
            ? [.. Place(context.Checklist.ItemIndex(move.From), phrase.Choice, context).Union(focus)]
            : focus;
    }

    private static ImmutableArray<ItemOption> Place(int item, int choice, DecisionContext context)
    {
        var items = context.Checklist.Definition.Items;
        if (item < 0 || item >= items.Length)
            return [];
        if (choice == PlacePhrase.NotSure)
            return [new ItemOption(item, PlacePhrase.NotSure)];
        return choice >= 1 && choice <= items[item].Options.Length ? [new ItemOption(item, choice - 1)] : [];
    }

    private static string Question(AnswerPhrase phrase) => phrase is WordPhrase
        ? $"“{phrase.Words}” is an answer to several items. Which one do you mean?"
        : "The item in focus has just changed. Which one do you mean?";

    private static CardButton Button(Assessment state, ItemOption place, DecisionContext context)
    {
        var item = context.Checklist.Definition.Items[place.Item];
        return Cards.Buttons.Answer(state, item, place.Item + 1, place.Option < 0 ? null : item.Options[place.Option]);
    }

    private static string Missing(PlacePhrase phrase, Assessment state, DecisionContext context)
    {
        var items = context.Checklist.Definition.Items;
        var item = phrase.Position - 1 ?? context.Checklist.ItemIndex(state.FocusItem);
        if (item < 0 || item >= items.Length)
            return $"“{phrase.Words}”: there are {Wording.Number(items.Length)} items, 1 to {Wording.Number(items.Length)}.";
        var letters = string.Join(", ", items[item].Options.Select((option, index) => $"{(char)('a' + index)} {option.Label}"));
        return $"“{phrase.Words}”: item {Wording.Number(item + 1)} has no such answer. Its answers: {letters}; or not sure.";
    }
}
