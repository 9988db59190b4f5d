namespace ChecklistBot.Slack.SocketMode;

/// <summary>What happens with an envelope; the same code as behind the HTTP addresses.</summary>
internal interface IEnvelopeHandler
{
    /// <summary>Handles it and answers once it is kept.</summary>
    Task<EnvelopeAnswer> HandleAsync(EnvelopeFrame envelope, CancellationToken cancellationToken);
}
