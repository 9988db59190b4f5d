using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws a document to read, to copy and to take away.</summary>
internal static class DocumentHtml
{
    public static void Write(HtmlWriter html, DocumentBlock document, CardPlace place, int index)
    {
        html.Write($"<div class=\"document\"><p class=\"tools\"><a href=\"/document?room={place.Room}&amp;message={place.Number}&amp;part={index}\"");
        html.Write($" download=\"{document.FileName}\">Download {document.FileName}</a> ");
        html.Write($"<button type=\"button\" class=\"copy\">Copy</button></p>\n<pre tabindex=\"0\" dir=\"auto\">\n{document.Content}</pre></div>\n");
    }
}
