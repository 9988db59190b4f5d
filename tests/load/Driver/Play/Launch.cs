namespace ChecklistBot.Load.Play;

/// <summary>How a program is started.</summary>
/// <param name="Program">Its file; a <c>.dll</c> runs in the shared runtime.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Settings">Its environment.</param>
internal sealed record Launch(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Settings);
