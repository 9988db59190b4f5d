using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Cards;

/// <summary>The buttons that more than one card shows, so that a button always has the same words.</summary>
internal static class Buttons
{
    public static CardButton Reopen(Assessment state) => new()
    {
        Label = "Reopen",
        Action = CardAction.Of(state.Id, new Reopen()),
        Description = $"Opens #{state.Number} again to change answers",
    };

    public static CardButton ChangeAnswer(Assessment state) => Reopen(state) with { Label = "Change an answer" };

    public static CardButton Undo(Assessment state, long sequence) => new()
    {
        Label = "Undo",
        Action = CardAction.Of(state.Id, new Undo(sequence)),
    };

    public static CardButton Pin(Assessment state, int revision) => new()
    {
        Label = "Pin",
        Action = CardAction.Of(state.Id, new Pin(revision)),
        Style = ButtonStyle.Primary,
        Description = "Keeps the recommendation where the team finds it again",
    };

    /// <summary>Offered where the platform refused the pin, for when its reason is mended.</summary>
    public static CardButton PinAgain(Assessment state, int revision) => Pin(state, revision) with { Label = "Pin again" };

    public static CardButton Unpin(Assessment state, int revision) => new() { Label = "Unpin", Action = CardAction.Of(state.Id, new Unpin(revision)) };

    public static CardButton Export(Assessment state, int revision) => new()
    {
        Label = "Export",
        Action = CardAction.Of(state.Id, new Export(revision)),
        Description = "The decision record as Markdown",
    };

    public static CardButton Finish(Assessment state, string label) => new()
    {
        Label = label,
        Action = CardAction.Of(state.Id, new Finish(WithoutAgreement: false)),
        Style = ButtonStyle.Primary,
        Description = "Gives the recommendation",
    };

    public static CardButton FinishAnyway(Assessment state) => new()
    {
        Label = "Finish without agreement",
        Action = CardAction.Of(state.Id, new Finish(WithoutAgreement: true)),
        Description = "A provisional recommendation that names each path that is left",
    };

    /// <param name="state">The assessment.</param>
    /// <param name="item">A split item.</param>
    /// <param name="option">What it would be settled on.</param>
    /// <param name="position">The item's number where buttons of another item stand beside it, which may have the same words.</param>
    public static CardButton Settle(Assessment state, ItemDefinition item, OptionDefinition option, int? position) => new()
    {
        Label = position is null ? $"Settle on “{option.Label}”" : $"Settle on “{option.Label}” (item {position})",
        Action = CardAction.Of(state.Id, new SettleById(item.Id, option.Id)),
        Description = $"{item.Question} {option.Meaning}",
    };

    public static CardButton Focus(Assessment state, ItemDefinition item, int position) => new()
    {
        Label = $"Go to item {position}",
        Action = CardAction.Of(state.Id, new FocusOn(item.Id)),
        Description = item.Question,
    };

    /// <summary>An option as an answer, named so that it cannot be taken for another item's.</summary>
    public static CardButton Answer(Assessment state, ItemDefinition item, int position, OptionDefinition? option) => new()
    {
        Label = $"Item {position}: {option?.Label ?? Answers.NotSureLabel}",
        Action = CardAction.Of(state.Id, new AnswerByIds([KeyValuePair.Create(item.Id, option?.Id ?? Answers.NotSure)])),
        Description = item.Question,
        ItemId = item.Id,
        OptionId = option?.Id ?? Answers.NotSure,
    };

    /// <summary>What stands behind <c>More…</c>, each risky step with its question.</summary>
    public static CardButton More(Assessment state)
    {
        var hold = state.Pace == Pace.Hold;
        return new CardButton
        {
            Label = "More…",
            Action = CardAction.Menu(state.Id),
            Description = "Finish, rename, hold or quick, cancel",
            Menu =
            [
                Finish(state, "Finish") with
                {
                    Style = ButtonStyle.Default,
                    Confirmation = new ButtonConfirmation(
                        $"Finish #{state.Number}?",
                        "The bot posts the recommendation. You can reopen it later.",
                        "Finish",
                        "Go on answering"),
                },
                new CardButton
                {
                    Label = "Rename",
                    Action = CardAction.Of(state.Id, new Rename(null)),
                    Input = new ButtonInput("New title", state.Title, Title.MaxLength),
                },
                new CardButton
                {
                    Label = hold ? "Quick" : "Hold",
                    Action = CardAction.Of(state.Id, new ChangePace(hold ? Pace.Quick : Pace.Hold)),
                    Description = hold ? "Moves on after each answer" : "Stays on an item until someone presses Next",
                },
                new CardButton
                {
                    Label = "Cancel",
                    Action = CardAction.Of(state.Id, new Cancel()),
                    Style = ButtonStyle.Danger,
                    Confirmation = state.Decision is { } stands
                        ? new ButtonConfirmation(
                            $"Cancel revision {state.Revision} of #{state.Number}?",
                            $"Revision {stands.Revision} stands. Reopen brings this one back with every answer.",
                            "Cancel it",
                            "Keep it")
                        : new ButtonConfirmation(
                            $"Cancel #{state.Number}?",
                            "It ends without a result. Reopen brings it back with every answer.",
                            "Cancel it",
                            "Keep it"),
                },
            ],
        };
    }
}
