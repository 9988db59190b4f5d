namespace ChecklistBot.Rules;

/// <summary>A condition whose ids have become indices.</summary>
internal abstract class BoundCondition
{
    public abstract Truth Holds(Situation situation);

    protected static Truth Is(bool holds) => holds ? Truth.Yes : Truth.No;
}
