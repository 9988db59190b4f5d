namespace ChecklistBot.Health;

/// <param name="Status"><c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>.</param>
/// <param name="Detail">A sentence for the one who runs the bot, or null.</param>
internal sealed record HealthAnswerCheck(string Status, string? Detail);
