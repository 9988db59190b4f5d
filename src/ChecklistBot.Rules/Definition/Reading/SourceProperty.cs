namespace ChecklistBot.Rules;

/// <summary>One member of a JSON object.</summary>
internal sealed record SourceProperty(string Name, int Line, SourceNode Value);
