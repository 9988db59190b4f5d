using System.Text.Json;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>What a request is answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">Writes the body; null for none.</param>
internal sealed record TeamsReply(int Status, Action<Utf8JsonWriter>? Body = null)
{
    /// <summary>Kept, and nothing to show.</summary>
    public static TeamsReply Acknowledged { get; } = new(200);

    /// <summary>An invoke that the bot does not know.</summary>
    public static TeamsReply NotImplemented { get; } = new(501);

    /// <summary>The answer to an invoke that was handled.</summary>
    public static TeamsReply Invoke(Action<Utf8JsonWriter> body) => new(200, body);

    /// <summary>An invoke that no card of the bot makes.</summary>
    public static TeamsReply BadInvoke(InvokeError error) => new(400, InvokeResponses.Error(400, error));
}
