using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Holds when an item has one of the given options: <c>{"item":"…","in":["…"]}</c>.</summary>
/// <param name="Item">An item's id.</param>
/// <param name="Options">Ids of options of that item; at least one.</param>
public sealed record ItemCondition(string Item, ImmutableArray<string> Options) : Condition;
