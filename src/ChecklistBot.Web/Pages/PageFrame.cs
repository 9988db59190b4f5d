using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>What every page of the web channel begins and ends with.</summary>
internal sealed class PageFrame(Assets assets)
{
    public void Begin(HtmlWriter html, string title, bool live)
    {
        html.Write($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b6e5f'/%3E%3Cpath d='M4 8.5l3 3 5-6.5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E">
            <link rel="stylesheet" href="{assets.PageStyle.Address}">
            <link rel="stylesheet" href="{assets.CardStyle.Address}">

            """);
        if (live)
        {
            html.Write($"<script src=\"{assets.Script.Address}\" defer></script>\n");
        }

        html.Write($"</head>\n");
    }

    public static void End(HtmlWriter html) => html.Write($"</body>\n</html>\n");
}
