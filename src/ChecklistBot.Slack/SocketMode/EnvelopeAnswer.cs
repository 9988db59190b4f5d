namespace ChecklistBot.Slack.SocketMode;

/// <summary>What goes back for an envelope.</summary>
/// <param name="IsAcknowledged">False leaves the envelope unanswered, so that Slack sends an event again.</param>
/// <param name="Payload">A JSON object to ride on the acknowledgement, UTF-8; empty for none.</param>
internal readonly record struct EnvelopeAnswer(bool IsAcknowledged, ReadOnlyMemory<byte> Payload)
{
    public static readonly EnvelopeAnswer Empty = new(true, default);

    public static readonly EnvelopeAnswer SendAgain = new(false, default);
}
