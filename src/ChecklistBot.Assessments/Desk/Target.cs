using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Desk;

/// <summary>Which assessment a command is for. The set is closed.</summary>
public abstract record Target
{
    private protected Target()
    {
    }
}

/// <summary>This one.</summary>
public sealed record Found(AssessmentId Id) : Target;

/// <summary>None, or it must be asked.</summary>
public sealed record NotFound(Reply Reply) : Target;
