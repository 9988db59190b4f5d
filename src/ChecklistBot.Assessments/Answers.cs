using ChecklistBot.Rules;

namespace ChecklistBot.Assessments;

/// <summary>Words about answers that are not options of the checklist.</summary>
public static class Answers
{
    /// <summary>Stands where an option id stands. Shown, and never counted as a choice.</summary>
    public const string NotSure = OptionDefinition.NotSure;

    /// <summary>What a card calls it.</summary>
    public const string NotSureLabel = "Not sure";
}
