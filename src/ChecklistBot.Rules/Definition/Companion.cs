namespace ChecklistBot.Rules;

/// <summary>A path named beside the recommended one: either a fixed one, or the one that another answer would lead to.</summary>
/// <param name="Path">The id of the fixed path; null when the other two are given.</param>
/// <param name="IfItem">The id of the item that is answered otherwise; null for a fixed path.</param>
/// <param name="IfOption">The id of the option that this item is given; null for a fixed path.</param>
public sealed record Companion(string? Path, string? IfItem, string? IfOption);
