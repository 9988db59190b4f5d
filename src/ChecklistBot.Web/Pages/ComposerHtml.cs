using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;
using ChecklistBot.Web.Requests;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws the box to type in, what went wrong last, and the commands that one need not type.</summary>
internal static class ComposerHtml
{
    public static void Write(HtmlWriter html, RoomView view)
    {
        html.Write($"<footer>\n<div class=\"column\">\n<p id=\"problem\" role=\"alert\">{view.Problem?.Sentence}</p>\n<p id=\"connection\" role=\"status\"></p>\n");
        WriteNoScript(html, view);
        html.Write($"<form id=\"say\" method=\"post\" action=\"/say\">");
        WriteName(html, view);
        ButtonHtml.Hidden(html, "room", view.Room);
        ButtonHtml.Hidden(html, "token", view.Token);
        html.Write($"""
            <label class="unseen" for="text">Message or command</label>
            <input id="text" name="text" value="{view.Draft}" maxlength="{FormReading.MostText}" required dir="auto" autocomplete="off" enterkeyhint="send" aria-describedby="hint" placeholder="Type a command or an answer">
            <button class="primary">Send</button>
            </form>

            """);
        html.Write($"<form id=\"quick\" method=\"post\" action=\"/say\">");
        ButtonHtml.Hidden(html, "who", view.Who?.Name ?? "");
        ButtonHtml.Hidden(html, "room", view.Room);
        ButtonHtml.Hidden(html, "token", view.Token);
        html.Write($"""
            <p id="hint">Try <kbd>3b</kbd>, <kbd>not sure</kbd>, <kbd>next</kbd>, <kbd>finish</kbd></p>
            <span class="shortcuts"><button name="text" value="status">Live card</button>
            <button name="text" value="pinned">Register</button>
            <button name="text" value="list">All assessments</button>
            <button name="text" value="help">Help</button></span>
            </form>
            </div>
            </footer>

            """);
    }

    private static void WriteName(HtmlWriter html, RoomView view)
    {
        if (view.Who is { } who)
        {
            ButtonHtml.Hidden(html, "who", who.Name);
            return;
        }

        html.Write($"<label class=\"unseen\" for=\"who\">Your name</label><input id=\"who\" name=\"who\" maxlength=\"{Participant.MostCharacters}\" required autocomplete=\"nickname\" placeholder=\"Your name\">\n");
    }

    private static void WriteNoScript(HtmlWriter html, RoomView view) =>
        html.Write($"<noscript><p><a href=\"{RoomAddress.Of(view.Room, view.Who?.Name)}\">Refresh</a> to see what others have answered.</p></noscript>\n");
}
