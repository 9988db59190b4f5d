namespace ChecklistBot.Web;

/// <summary>Why a request was not carried out.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Sentence">For the person in front of the page: what is wrong and what to do.</param>
public sealed record Problem(int Status, string Sentence);
