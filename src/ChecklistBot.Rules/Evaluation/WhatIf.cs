namespace ChecklistBot.Rules;

/// <summary>A single change of answer that leads to another path.</summary>
/// <param name="Item">Index of the answered item.</param>
/// <param name="Option">Index of the option it would have instead.</param>
/// <param name="Path">Index of the path that would then be certain.</param>
public sealed record WhatIf(int Item, int Option, int Path);
