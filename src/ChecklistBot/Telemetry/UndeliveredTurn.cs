using System.Diagnostics;

namespace ChecklistBot.Telemetry;

/// <summary>A turn whose messages may not have reached the platform yet.</summary>
internal sealed class UndeliveredTurn(ActivityContext context)
{
    private volatile bool isKept;

    public ActivityContext Context => context;

    /// <summary>Whether its commit is known: then what is read afterwards shows it.</summary>
    public bool IsKept
    {
        get => isKept;
        set => isKept = value;
    }
}
