namespace ChecklistBot.Rules;

/// <summary>One thing that is wrong with a checklist file, with what to write instead.</summary>
/// <param name="File">The file's name, as the caller gave it.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Id">The offending id, property or case as it is written, or the place where one is missing.</param>
/// <param name="Message">What is wrong and what to write, on one line.</param>
public sealed record Finding(string File, int Line, string Id, string Message)
{
    /// <summary><c>FILE:LINE: ID: message</c>, on one line.</summary>
    public override string ToString() => $"{File}:{Line}: {Id}: {Message}";
}
