using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>
/// The action of the form of all items carries what the form was filled with. Without that, an item that was left alone could not be told from a choice,
/// and would take back what its owner answered elsewhere while the form was open. It gives no rights: all it can do is keep an answer from being sent on.
/// </summary>
public static class FormAction
{
    private const char Between = '.';

    private const string None = "0";

    private const string NotSure = "n";

    /// <param name="id">The assessment.</param>
    /// <param name="checklist">The checklist that the form shows.</param>
    /// <param name="filled">The option with which an item is filled, by the item's id; null for none.</param>
    public static string Of(AssessmentId id, CompiledChecklist checklist, Func<string, string?> filled)
    {
        var codes = checklist.Definition.Items.Select((item, index) => Code(checklist, index, filled(item.Id)));
        var action = CardAction.Form(id, Stamp(checklist), string.Join(Between, codes));
        return action.Length <= CardAction.MaxLength ? action : CardAction.Form(id);
    }

    /// <summary>Reads a form that was sent; null when its action is not one of a form. What cannot be read of its filling counts as not filled.</summary>
    /// <param name="action">As it came back.</param>
    /// <param name="answers">Option id by item id, as they came back.</param>
    /// <param name="checklist">The present checklist.</param>
    public static Instruction? Read(string action, ImmutableDictionary<string, string> answers, CompiledChecklist checklist)
    {
        if (CardAction.OpeningOf(action) is not { } id)
            return null;
        var codes = CardAction.FillingOf(action) is var (stamp, filling) && stamp == Stamp(checklist) ? filling.Split(Between) : [];
        var sent = answers.OrderBy(answer => checklist.ItemIndex(answer.Key)).ToLookup(IsLeftAlone);
        return new Instruction(new AnswerByIds([.. sent[false]]) { LeftAlone = [.. sent[true].Select(answer => answer.Key)] }, Id: id);

        bool IsLeftAlone(KeyValuePair<string, string> answer) =>
            checklist.ItemIndex(answer.Key) is var item and >= 0
            && item < codes.Length
            && codes[item] != None
            && codes[item] == Code(checklist, item, answer.Value);
    }

    /// <summary>An option's number, from 1.</summary>
    private static string Code(CompiledChecklist checklist, int item, string? option) => option switch
    {
        null => None,
        Answers.NotSure => NotSure,
        _ => (checklist.OptionIndex(item, option) + 1).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Numbers of options mean nothing in another version of the file.</summary>
    private static string Stamp(CompiledChecklist checklist) => PlainText.Cut(checklist.Definition.ContentHash, 8);
}
