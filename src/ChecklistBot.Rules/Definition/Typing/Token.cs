namespace ChecklistBot.Rules;

/// <summary>A word of a typed line.</summary>
/// <param name="Word">Lower case letters and digits, or <c>#</c> and digits.</param>
/// <param name="End">Where it ends in the line: what follows is the rest as typed.</param>
public readonly record struct Token(string Word, int End);
