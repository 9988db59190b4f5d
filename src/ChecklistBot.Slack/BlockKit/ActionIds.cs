using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// What stands in <c>action_id</c> and <c>value</c>, so that a press says what the client should do with it. What it means is
/// in the core's opaque action, which only the core reads.
/// </summary>
internal static class ActionIds
{
    private const string MenuPrefix = "more:", AskPrefix = "ask:", FormPrefix = "form:";
    private const char Direct = '.', ByMenu = '!';

    /// <summary>An option's button begins with <c>answer:ITEM:OPTION</c>, which scripts outside rely on.</summary>
    public static string Of(CardButton button, string number)
    {
        if (button is { ItemId: { } item, OptionId: { } option } && $"answer:{item}:{option}" is var answer)
            return answer.Length <= Limits.ActionId - 10 ? $"{answer}:{number}" : $"answer:{number}";
        return (button.OpensForm ? FormPrefix : button.Input is not null ? AskPrefix : "tap:") + number;
    }

    public static string Value(CardButton button) => button.Input is { } input
        ? PlainText.Cut($"{button.Action} {input.MaxLength} {OneLine(input.Label)}\n{OneLine(input.Value)}", Limits.ButtonValue)
        : button.Action;

    /// <summary>The <c>action_id</c> of a menu, and whether its entries fit one at all.</summary>
    public static bool TryMenu(CardButton more, out string actionId)
    {
        actionId = MenuPrefix + more.Action;
        return actionId.Length <= Limits.ActionId
            && more.Menu.Length <= Limits.OverflowOptions
            && more.Menu.All(entry => entry.Action.Length < Limits.OptionValue);
    }

    /// <summary>An entry that asks something first cannot carry its question: it is looked up in the menu when pressed.</summary>
    public static string MenuValue(CardButton entry) => (entry.Confirmation is null && entry.Input is null ? Direct : ByMenu) + entry.Action;

    /// <summary>Reads a press; whatever is odd becomes a plain one, which the core refuses with a sentence.</summary>
    public static Press Read(string actionId, string value)
    {
        if (actionId.StartsWith(MenuPrefix, StringComparison.Ordinal) && value.Length > 1)
            return value[0] == ByMenu ? new MenuPress(actionId[MenuPrefix.Length..], value[1..]) : new DirectPress(value[1..]);
        if (actionId.StartsWith(FormPrefix, StringComparison.Ordinal))
            return new FormPress(value);
        if (actionId.StartsWith(AskPrefix, StringComparison.Ordinal) && Ask(value) is { } ask)
            return ask;
        return new DirectPress(value);
    }

    private static AskPress? Ask(string value)
    {
        var parts = value.Split(' ', 3);
        if (parts.Length < 3 || !int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var most) || most is < 1 or > Limits.InputLength)
            return null;
        var lines = parts[2].Split('\n', 2);
        return new AskPress(parts[0], new ButtonInput(lines[0], lines.Length > 1 ? lines[1] : "", most));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
