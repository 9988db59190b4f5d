using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What typed answers mean now that the item in focus is known.</summary>
/// <param name="Clear">Answers without doubt, at most one an item.</param>
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

    /// <param name="state">The assessment.</param>
    /// <param name="phrases">As typed.</param>
    /// <param name="context">With the checklist.</param>
    /// <param name="asksBack">Whether a bare yes or no at the beginning is asked about, unless its item is in focus.</param>
    public static PhraseReading Of(Assessment state, ImmutableArray<AnswerPhrase> phrases, DecisionContext context, bool asksBack = false)
    {
        var clear = new List<ItemOption>();
        var refusals = ImmutableArray.CreateBuilder<string>();
        var questions = ImmutableArray.CreateBuilder<string>();
        var asked = new List<ItemOption>();
        var bare = new List<ItemOption>();
        // "2 12" may speak of item 2: where one of several numbers cannot be, the others are no answers beyond doubt.
        var severalAreBare = phrases.Where(IsBare).Select(phrase => phrase.Words).Distinct().Count() > 1;
        foreach (var phrase in phrases)
        {
            var found = phrase is WordPhrase word ? word.Candidates : Places(state, (PlacePhrase)phrase, context);
            switch (found)
            {
                case []:
                    if (Missing((PlacePhrase)phrase, state, context) is var missing && !refusals.Contains(missing))
                        refusals.Add(missing);
                    break;
                case [var one] when asksBack && phrase == phrases[0] && IsBareYesOrNo(phrase) && one.Item != context.Checklist.ItemIndex(state.FocusItem):
                    questions.Add($"“{phrase.Words}” is an answer to item {Wording.Number(one.Item + 1)}. Do you mean that? Then type {Typed(one)}.");
                    asked.Add(one);
                    break;
                case [var one]:
                    clear.Add(one);
                    if (severalAreBare && IsBare(phrase))
                        bare.Add(one);
                    break;
                default:
                    questions.Add(Question(phrase, found));
                    asked.AddRange(found);
                    break;
            }
        }

        // Two answers of one person to one item cannot both count, and nothing says which was meant.
        var single = new List<ItemOption>();
        foreach (var twice in clear.Distinct().GroupBy(place => place.Item))
        {
            if (twice.Count() == 1 && !bare.Contains(twice.First()))
            {
                single.AddRange(twice);
                continue;
            }

            questions.Add($"You gave item {Wording.Number(twice.Key + 1)} more than one answer. Which one do you mean?");
            asked.AddRange(twice);
        }

        return new PhraseReading(
            single,
            refusals.ToImmutable(),
            questions.ToImmutable(),
            [.. asked.Distinct().Select(place => Button(state, place, context))]);
    }

    /// <summary>How an answer is typed beyond doubt: 6a.</summary>
    private static string Typed(ItemOption place) => place.Option < 26
        ? $"{Wording.Number(place.Item + 1)}{(char)('a' + place.Option)}"
        : $"item {Wording.Number(place.Item + 1)} and the words of the answer";

    /// <summary>A number or a letter that leaves open which item it answers.</summary>
    private static bool IsBare(AnswerPhrase phrase) => phrase is PlacePhrase { Position: null, Choice: >= 1 };

    /// <summary>Whoever says so alone may be answering a question of somebody's, the bot's own among them.</summary>
    private static bool IsBareYesOrNo(AnswerPhrase phrase) => phrase is WordPhrase { Words: "yes" or "no" };

    /// <summary>One answer, or two when the focus has only just been moved by somebody else; none when the item lacks that option.</summary>
    private static ImmutableArray<ItemOption> Places(Assessment state, PlacePhrase phrase, DecisionContext context)
    {
        if (phrase.Position is { } position)
            return Place(position - 1, phrase, context);
        var focus = Place(context.Checklist.ItemIndex(state.FocusItem), phrase, context);
        // A move from the future was made before the clock was set back: it raises no doubt until that moment comes round.
        return state.LatestMove is { } move && move.Person != context.Person && (context.Now - move.At).Duration() < Doubt
            ? [.. Place(context.Checklist.ItemIndex(move.From), phrase, context).Union(focus)]
            : focus;
    }

    private static ImmutableArray<ItemOption> Place(int item, PlacePhrase phrase, DecisionContext context)
    {
        var items = context.Checklist.Definition.Items;
        if (item < 0 || item >= items.Length)
            return [];
        if (phrase.Choice == PlacePhrase.NotSure)
            return [new ItemOption(item, PlacePhrase.NotSure)];
        // Of the answers 0, 1 and 2 whoever types 1 means the one that is called so, not the first.
        var options = items[item].Options;
        var word = Tokens.Words(phrase.Words)[^1];
        ImmutableArray<ItemOption> called = phrase.Choice == PlacePhrase.Unsaid ? [] :
        [
            .. Enumerable.Range(0, options.Length)
                .Where(option => Tokens.Words(options[option].Label) is [var label] && label == word)
                .Select(option => new ItemOption(item, option)),
        ];
        if (!called.IsEmpty)
            return called;
        return phrase.Choice >= 1 && phrase.Choice <= options.Length ? [new ItemOption(item, phrase.Choice - 1)] : [];
    }

    private static string Question(AnswerPhrase phrase, ImmutableArray<ItemOption> found)
    {
        if (found.All(one => one.Item == found[0].Item))
            return $"“{phrase.Words}” fits several answers to item {Wording.Number(found[0].Item + 1)}. Which one do you mean?";
        return phrase is WordPhrase
            ? $"“{phrase.Words}” is an answer to several items. Which one do you mean?"
            : "The item in focus has just changed. Which one do you mean?";
    }

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
            return $"“{phrase.Words}”: {Guards.Range(items.Length)}.";
        var choices = string.Join(", ", items[item].Options.Select(Choice));
        return phrase.Choice == PlacePhrase.Unsaid
            ? $"“{phrase.Words}”: say which answer too. Its answers: {choices}; or not sure."
            : $"“{phrase.Words}”: item {Wording.Number(item + 1)} has no such answer. Its answers: {choices}; or not sure.";
    }

    /// <summary>An option with the letter to type; beyond the alphabet its number.</summary>
    private static string Choice(OptionDefinition option, int index) =>
        index < 26 ? $"{(char)('a' + index)} {option.Label}" : $"{Wording.Number(index + 1)} {option.Label}";
}
