namespace ChecklistBot.Assessments.Commands;

/// <summary>An option by indices into the checklist.</summary>
/// <param name="Item">From 0.</param>
/// <param name="Option">From 0, or <see cref="PlacePhrase.NotSure"/>.</param>
public readonly record struct ItemOption(int Item, int Option);
