namespace ChecklistBot.Rules;

/// <summary>Holds when the path would be another one if an item had a certain option: <c>{"differs":{"item":"…","option":"…"}}</c>.</summary>
/// <param name="Item">An item's id.</param>
/// <param name="Option">The id of an option of that item.</param>
public sealed record DiffersCondition(string Item, string Option) : Condition;
