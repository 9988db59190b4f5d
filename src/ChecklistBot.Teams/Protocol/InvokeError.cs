namespace ChecklistBot.Teams.Protocol;

/// <summary>An error that the client shows at the card.</summary>
/// <param name="Code"><c>BadRequest</c> or <c>NotSupported</c>, as Bot Builder spells them.</param>
/// <param name="Message">A sentence for the person.</param>
public sealed record InvokeError(string Code, string Message)
{
    /// <summary>The request was not one that a card of ours makes.</summary>
    public static InvokeError BadRequest(string message) => new("BadRequest", message);
}
