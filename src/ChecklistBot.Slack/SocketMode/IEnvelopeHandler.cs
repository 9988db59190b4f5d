namespace ChecklistBot.Slack.SocketMode;

/// <summary>What happens with an envelope; the same code as behind the HTTP addresses.</summary>
internal interface IEnvelopeHandler
{
    /// <summary>Handles it and answers once it is kept, whatever becomes of the socket meanwhile.</summary>
    Task<EnvelopeAnswer> HandleAsync(EnvelopeFrame envelope);
}
