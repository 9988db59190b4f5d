namespace ChecklistBot.Teams.Protocol;

/// <summary>What a press on a card, or a dialog, sends: all of it chosen by the client and therefore not trusted.</summary>
/// <param name="Verb">The action's verb; empty where the card gave none.</param>
/// <param name="Data">The action's own data merged with the inputs, as text: toggles are <c>true</c> or <c>false</c>, numbers as written,
/// several choices joined by commas. Nested values are left out.</param>
/// <param name="IsAutomatic">True where the client refreshed the card by itself and nobody pressed anything.</param>
public sealed record PressedAction(string Verb, IReadOnlyDictionary<string, string> Data, bool IsAutomatic = false);
