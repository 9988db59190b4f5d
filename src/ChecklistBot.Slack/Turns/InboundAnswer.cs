namespace ChecklistBot.Slack.Turns;

/// <summary>What goes back at once.</summary>
/// <param name="Status">Whether it was kept.</param>
/// <param name="Body">A JSON object, UTF-8; empty for none.</param>
internal readonly record struct InboundAnswer(InboundStatus Status, ReadOnlyMemory<byte> Body)
{
    public static readonly InboundAnswer Accepted = new(InboundStatus.Accepted, default);

    public static readonly InboundAnswer NotKept = new(InboundStatus.NotKept, default);

    public static readonly InboundAnswer Malformed = new(InboundStatus.Malformed, default);

    public static InboundAnswer With(ReadOnlyMemory<byte> body) => new(InboundStatus.Accepted, body);
}
