using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Decisions;

/// <summary>What a decision may know besides the state: nothing of it is read from the world.</summary>
public sealed record DecisionContext
{
    public required CompiledChecklist Checklist { get; init; }

    /// <summary>The moment of the turn.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The number of the person who asks.</summary>
    public required int Person { get; init; }

    /// <summary>Whether a button was tapped: then the card itself shows what a typed command needs a reply for.</summary>
    public bool Tapped { get; init; }

    /// <summary>Whether another assessment is open in the conversation too: then a reply about an item names its own.</summary>
    public bool OthersOpen { get; init; }

    /// <summary>Whether someone deleted the live card: the next command posts it again.</summary>
    public bool LiveCardLost { get; init; }

    /// <summary>Whether someone deleted the present recommendation.</summary>
    public bool RecommendationLost { get; init; }

    /// <summary>Whether someone deleted the post that stands for the pin: asking for the pin once more posts it again.</summary>
    public bool PinPostLost { get; init; }

    /// <summary>Whether the platform refused the pin of what the register keeps: asking for the pin once more has it tried again.</summary>
    public bool PinRefused { get; init; }
}
