using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws what can be followed; only web addresses and places of our own page become links.</summary>
internal static class LinkHtml
{
    public static void Write(HtmlWriter html, string text, string? link)
    {
        if (link is not null && IsSafe(link))
        {
            html.Write($"<a href=\"{link}\"").Attribute("rel", link[0] is '#' or '/' ? null : "noopener noreferrer").Write($">");
            html.Isolated(text).Write($"</a>");
        }
        else
        {
            html.Write($"<span class=\"title\">").Isolated(text).Write($"</span>");
        }
    }

    private static bool IsSafe(string link) =>
        link.StartsWith('#')
        || (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && !link.Contains('\\', StringComparison.Ordinal))
        || (Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}
