using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Relational;

/// <summary>A turn on its way through a transaction.</summary>
internal abstract class TurnInHand
{
    /// <summary>When the first of what it left to deliver is due; null where it left nothing.</summary>
    public abstract DateTimeOffset? PendingFrom { get; }

    /// <summary>The conversations that somebody follows and that show something else after it.</summary>
    public abstract IReadOnlyCollection<ConversationKey> Changed { get; }

    /// <summary>Whether it removed a name.</summary>
    public abstract bool ForgotSomeone { get; }

    /// <summary>Gives up when the one who asked does.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>Does the turn's work within a transaction that somebody else begins and ends. Runs once.</summary>
    public abstract Task RunAsync(Session session);
}
