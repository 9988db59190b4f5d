using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Teams.Connector;

/// <summary>
/// The platform as the bot calls it: the one place that knows the connector protocol, so that an SDK could take its place. Calls never throw
/// for what the platform or the network does; they end only by <see cref="OperationCanceledException"/> when the caller gives up.
/// </summary>
public interface ITeamsConnector
{
    /// <summary>Whether the platform refused the bot's token each time that it was lately shown one.</summary>
    bool IsTokenRefused { get; }

    /// <summary>Adds a message to a conversation or thread. Never repeated here: whether it arrived may be unknown.</summary>
    /// <param name="target">Where.</param>
    /// <param name="activity">A message activity as UTF-8 JSON.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns><see cref="Delivered"/> has an empty id where the platform accepted the message without naming it.</returns>
    Task<DeliveryOutcome> SendAsync(TeamsTarget target, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken);

    /// <summary>Opens a new thread in the channel of <paramref name="target"/>, whose own thread counts for nothing.</summary>
    /// <returns><see cref="Delivered"/> names the thread's first message.</returns>
    Task<DeliveryOutcome> StartThreadAsync(TeamsTarget target, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken);

    /// <summary>Replaces a message of the bot entirely. The conversation must be written exactly as when it was sent.</summary>
    Task<DeliveryOutcome> UpdateAsync(TeamsTarget target, string messageId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken);

    /// <summary>Removes a message of the bot.</summary>
    Task<DeliveryOutcome> DeleteAsync(TeamsTarget target, string messageId, CancellationToken cancellationToken);

    /// <summary>Looks one person up; null where the platform does not say.</summary>
    Task<Member?> FindMemberAsync(TeamsTarget target, string personId, CancellationToken cancellationToken);

    /// <summary>The Entra group of a team; null where the platform does not say.</summary>
    Task<string?> FindGroupAsync(TeamsTarget target, string teamId, CancellationToken cancellationToken);
}
