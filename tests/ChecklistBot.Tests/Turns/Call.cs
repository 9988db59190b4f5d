using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Tests.Turns;

/// <summary>A call that the bot made to the platform.</summary>
internal sealed record Call(string Verb, string MessageId, OutgoingMessage Message, string? Thread)
{
    public override string ToString() => $"{Verb} {MessageId}: {Message.Card.Summary}";
}
