using System.Text.Json;

namespace ChecklistBot.Floor;

/// <summary>The same body that the bot reads, as far as a bot needs it.</summary>
/// <param name="Type"><c>message</c> or <c>invoke</c>.</param>
/// <param name="Id">The activity's id.</param>
/// <param name="ServiceUrl">Where answers go.</param>
/// <param name="ReplyToId">The message whose button was pressed.</param>
/// <param name="Text">What was typed.</param>
/// <param name="From">Who did it.</param>
/// <param name="Conversation">Where it was done.</param>
/// <param name="Value">What a button carries.</param>
internal sealed record FloorActivity(
    string? Type, string? Id, string? ServiceUrl, string? ReplyToId, string? Text, FloorParty? From, FloorParty? Conversation, JsonElement? Value);
