namespace ChecklistBot.Teams.Protocol;

/// <summary>The invokes that the bot answers; any other name gets 501.</summary>
public static class InvokeNames
{
    /// <summary>A press of <c>Action.Execute</c>, or a card's refresh.</summary>
    public const string CardAction = "adaptiveCard/action";

    /// <summary>A client asks for the content of a dialog.</summary>
    public const string DialogFetch = "task/fetch";

    /// <summary>A dialog was sent.</summary>
    public const string DialogSubmit = "task/submit";
}
