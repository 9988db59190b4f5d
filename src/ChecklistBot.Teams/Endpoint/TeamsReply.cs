using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body; null for none.</param>
internal sealed record TeamsReply(int Status, byte[]? Json = null)
{
    /// <summary>Kept, and nothing to show.</summary>
    public static TeamsReply Acknowledged { get; } = new(200);

    /// <summary>An invoke that the bot does not know.</summary>
    public static TeamsReply NotImplemented { get; } = new(501);

    /// <summary>The answer to an invoke that was handled.</summary>
    public static TeamsReply Invoke(byte[] json) => new(200, json);

    /// <summary>An invoke that no card of the bot makes.</summary>
    public static TeamsReply BadInvoke(InvokeError error) => new(400, InvokeResponses.Error(400, error));
}
