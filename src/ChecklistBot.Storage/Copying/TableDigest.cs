namespace ChecklistBot.Storage.Copying;

/// <summary>Number and content of a table's rows: two tables read in the same order are equal when these are.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Content">SHA-256 over all of them, in hexadecimal digits.</param>
internal sealed record TableDigest(long Rows, string Content);
