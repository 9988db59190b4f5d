namespace ChecklistBot.Rules;

/// <summary>A companion with indices for ids.</summary>
/// <param name="Path">The fixed path; negative when the other two count, or unknown.</param>
/// <param name="Item">The item answered otherwise; negative for a fixed path.</param>
/// <param name="Option">The option it is given.</param>
internal sealed record BoundCompanion(int Path, int Item, int Option)
{
    /// <summary>Index of the path; negative when the file leaves it unclear.</summary>
    public int In(Situation situation) => Item < 0 ? Path : situation.PathWith(Item, Option);
}
