using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws a problem where no room can be shown.</summary>
internal sealed class ProblemPage(PageFrame frame)
{
    public string Draw(Problem problem)
    {
        var html = new HtmlWriter();
        frame.Begin(html, "Problem · Checklist", live: false);
        html.Write($"""
            <body class="plain">
            <main class="column">
            <h1>That did not work</h1>
            <p id="problem" role="alert">{problem.Sentence}</p>
            <p><a href="/">Go to the main room</a></p>
            </main>

            """);
        PageFrame.End(html);
        return html.ToString();
    }
}
