using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ChecklistBot.Tests.Web;

/// <summary>What came back for a request.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string? MediaType, string Body)
{
    /// <summary>The body as a browser reads it.</summary>
    public IHtmlDocument Page => new HtmlParser().ParseDocument(Body);

    /// <summary>The sentence for the person: on the page, or the whole of a plain answer.</summary>
    public string Sentence => MediaType == "text/html" ? Page.GetElementById("problem")?.Text().Trim() ?? "" : Body.Trim();

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        response.StatusCode,
        response.Headers.Location?.OriginalString,
        response.Content.Headers.ContentType?.MediaType,
        await response.Content.ReadAsStringAsync(cancellationToken));
}
