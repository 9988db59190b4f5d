namespace ChecklistBot.Health;

/// <summary>The JSON that the health routes answer.</summary>
/// <param name="Status"><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>: the worst of the checks.</param>
/// <param name="Checks">By name, in alphabetical order.</param>
internal sealed record HealthAnswer(string Status, SortedDictionary<string, HealthAnswerCheck> Checks);
