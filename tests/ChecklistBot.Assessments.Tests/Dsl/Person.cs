namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Somebody in a conversation.</summary>
/// <param name="Number">As the store would number them within the tenant.</param>
/// <param name="Name">The present display name.</param>
internal sealed record Person(int Number, string Name);
