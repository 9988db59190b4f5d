namespace ChecklistBot.Slack.WebApi;

/// <summary>A one-time address of a socket: a secret, to be used at once and never logged.</summary>
/// <param name="Address">With the ticket in its query.</param>
public sealed record SocketAddress(Uri Address)
{
    /// <summary>Without the address, so that no log ever holds it.</summary>
    public override string ToString() => nameof(SocketAddress);
}
