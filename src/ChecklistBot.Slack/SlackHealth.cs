namespace ChecklistBot.Slack;

/// <summary>What stands between the bot and Slack right now; read by the readiness check.</summary>
public sealed class SlackHealth
{
    private volatile string? tokenProblem;
    private volatile string? socketProblem;

    /// <summary>A sentence for the one who runs the bot; none while everything works.</summary>
    public string? Problem => tokenProblem ?? socketProblem;

    internal bool IsTokenDead => tokenProblem is not null;

    internal void TokenIsDead(string sentence) => tokenProblem = sentence;

    internal void TokenWorks() => tokenProblem = null;

    internal void SocketsAreDown(string sentence) => socketProblem = sentence;

    internal void SocketsWork() => socketProblem = null;
}
