namespace ChecklistBot.Teams.Protocol;

/// <summary>What an activity means for the bot. The set is closed.</summary>
public abstract record Incoming
{
    private protected Incoming()
    {
    }
}

/// <summary>Somebody wrote to the bot.</summary>
/// <param name="Text">Without the mention of the bot, on one line.</param>
/// <param name="IsEdit">True when an earlier message now reads so.</param>
public sealed record MessageArrived(string Text, bool IsEdit) : Incoming;

/// <summary>Somebody pressed a button.</summary>
/// <param name="Action">The press.</param>
/// <param name="CardId">The message that holds the card; null where the client did not say.</param>
/// <param name="ExpectsCard">True for <c>Action.Execute</c>, whose answer is a card; false for its fallback <c>Action.Submit</c>.</param>
public sealed record ButtonPressed(PressedAction Action, string? CardId, bool ExpectsCard) : Incoming;

/// <summary>A client asks for a dialog's content.</summary>
/// <param name="Action">What opened it.</param>
/// <param name="CardId">The message that holds the card; null where the client did not say.</param>
public sealed record DialogRequested(PressedAction Action, string? CardId) : Incoming;

/// <summary>A dialog was sent.</summary>
/// <param name="Action">Its fields.</param>
public sealed record DialogSent(PressedAction Action) : Incoming;

/// <summary>The bot was added to the conversation.</summary>
public sealed record BotAdded : Incoming;

/// <summary>Nothing to do: a type, event or change that does not concern the checklist.</summary>
public sealed record Ignored : Incoming;

/// <summary>An invoke that the bot does not know.</summary>
public sealed record UnknownInvoke : Incoming;

/// <summary>An invoke of a known name with a value that no card of the bot makes.</summary>
/// <param name="Error">What the client shows.</param>
public sealed record BadInvoke(InvokeError Error) : Incoming;
