namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>What the buttons of the bot's cards carry: their verbs, and the fields of their data.</summary>
public static class TeamsAction
{
    /// <summary>Answers an item with an option. Fixed by the contract with the outside.</summary>
    public const string Answer = "answer";

    /// <summary>Any other step, taken at once.</summary>
    public const string Tap = "tap";

    /// <summary>Shows the presser the question before a risky step.</summary>
    public const string Ask = "ask";

    /// <summary>Shows the presser what stands behind <c>More…</c>.</summary>
    public const string Menu = "menu";

    /// <summary>Shows the presser the card as it is now.</summary>
    public const string Card = "card";

    /// <summary>Opens the form of all items.</summary>
    public const string Form = "form";

    /// <summary>Sends the form of all items.</summary>
    public const string Send = "send";

    /// <summary>The field with the button's own action.</summary>
    public const string ActionField = "action";

    /// <summary>The field with the item, on an option's button. Fixed by the contract with the outside.</summary>
    public const string ItemField = "item";

    /// <summary>The field with the option, on an option's button. Fixed by the contract with the outside.</summary>
    public const string OptionField = "option";

    /// <summary>The field that names the input beside the button.</summary>
    public const string InputField = "input";

    /// <summary>Where an <c>Action.Submit</c> keeps its verb.</summary>
    public const string VerbField = "verb";

    /// <summary>What the inputs of the form begin with; the item's id follows.</summary>
    public const string FormInputPrefix = "item-";
}
