namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>The end of a process, or of what its store takes.</summary>
/// <param name="Copy">Whose.</param>
/// <param name="At">Immediately before it.</param>
/// <param name="Over">Nothing of it runs any more; immediately before the next process starts.</param>
internal sealed record Death(int Copy, TimeSpan At, TimeSpan Over);
