namespace ChecklistBot.Web.Live;

/// <summary>What an <c>event: card</c> carries.</summary>
/// <param name="Id">The element's id on the page; the element is replaced, or added at the end.</param>
/// <param name="Html">The whole element.</param>
internal sealed record StreamEvent(string Id, string Html);
