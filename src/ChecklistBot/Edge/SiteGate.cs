namespace ChecklistBot.Edge;

/// <summary>
/// Refuses what another site makes a browser send. A link from elsewhere may open the page (that changes nothing); a form or a
/// script from elsewhere may not act in somebody's name. A request without these headers comes from no browser and is served.
/// </summary>
/// <param name="publicUrl">The address people reach, or null.</param>
internal sealed class SiteGate(Uri? publicUrl)
{
    /// <summary>Whether the request comes from the bot's own page, from the person directly, or is a mere link to it.</summary>
    public bool Admits(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var fromHere = site is "" or "same-origin" or "none";
        if (!fromHere && !IsLink(request))
            return false;

        var origin = request.Headers.Origin.ToString();
        return origin switch
        {
            "" => true,
            // A browser that hides the origin still says whether it was the page's own; without that, better not.
            "null" => site == "same-origin",
            _ => IsOwn(origin, request),
        };
    }

    private static bool IsLink(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Headers["Sec-Fetch-Mode"] == "navigate";

    private bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
        || (publicUrl is not null && string.Equals(origin, publicUrl.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
}
