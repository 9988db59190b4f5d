using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Endpoints;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws the question for the pass phrase.</summary>
internal sealed class SignInPage(PageFrame frame)
{
    /// <param name="back">Where to go then: a path of this site.</param>
    /// <param name="sentence">What was wrong; null at first.</param>
    /// <param name="draft">Words that were sent without the pass phrase, shown so that they are not lost; empty for none.</param>
    public string Draw(string back, string? sentence = null, string draft = "")
    {
        var html = new HtmlWriter();
        frame.Begin(html, "Pass phrase · Checklist", live: false);
        html.Write($"<body class=\"plain\">\n<main class=\"column\">\n<h1>Checklist</h1>\n<p id=\"problem\" role=\"alert\">{sentence}</p>\n");
        if (draft.Length > 0)
        {
            html.Write($"<p>You had typed: ").Isolated(draft).Write($"</p>\n");
        }

        html.Write($"<form method=\"post\" action=\"{SignInEndpoint.Path}\" class=\"ask\">");
        ButtonHtml.Hidden(html, "back", back);
        html.Write($"""
            <label><span>Pass phrase of this room</span> <input type="password" name="key" required autocomplete="current-password" autofocus></label>
            <button class="primary">Come in</button>
            </form>
            <p class="subtle">Whoever runs this bot knows the pass phrase. Came here by a link and have signed in before? <a href="{back}">Go on to the room</a>.</p>
            </main>

            """);
        PageFrame.End(html);
        return html.ToString();
    }
}
