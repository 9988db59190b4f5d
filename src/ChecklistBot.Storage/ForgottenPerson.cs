namespace ChecklistBot.Storage;

/// <summary>What forgetting a person touched.</summary>
/// <param name="Redrawn">Messages that will be drawn again without the name.</param>
/// <param name="OutOfReach">Messages that the bot can no longer edit (lost or refused).</param>
public sealed record ForgottenPerson(int Redrawn, int OutOfReach);
