using System.Text.Json;

namespace ChecklistBot.Tests.Faults;

/// <summary>A call as the platform understands it.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Limit">Whose <c>Retry-After</c> it must keep: a method on Slack, a conversation on Teams.</param>
/// <param name="Conversation">Where; empty when it is nowhere.</param>
/// <param name="MessageId">The message to change; empty for a new one.</param>
/// <param name="Content">What the message shows: text and blocks on Slack, the card on Teams.</param>
internal sealed record PlatformCall(PlatformVerb Verb, string Limit, string Conversation = "", string MessageId = "", JsonElement Content = default);
