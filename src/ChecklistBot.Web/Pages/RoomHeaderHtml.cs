using ChecklistBot.Web.Html;
using ChecklistBot.Web.Requests;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws the head of the room: its name, and who one is.</summary>
internal static class RoomHeaderHtml
{
    public static void Write(HtmlWriter html, RoomView view)
    {
        html.Write($"<header>\n<div class=\"column\">\n<h1>Checklist <span class=\"room-name\">room {view.Room}</span></h1>\n");
        html.Write($"<nav aria-label=\"Who you are\"><span class=\"you\">{(view.Who is null ? "Who are you?" : "You are")}</span>\n<ul>\n");
        foreach (var person in Offered(view.Who))
        {
            html.Write($"<li><a href=\"{RoomAddress.Of(view.Room, person.Name)}\"")
                .Attribute("aria-current", person.Id == view.Who?.Id ? "true" : null)
                .Write($">").Isolated(person.Name).Write($"</a></li>\n");
        }

        html.Write($"""
            </ul>
            <details class="elsewhere"><summary>Other<span class="unseen"> name or room</span>…</summary>
            <form method="get" action="/" class="sheet">
            <label><span>Your name</span> <input name="who" value="{view.Who?.Name}" maxlength="{Participant.MostCharacters}" required autocomplete="nickname"></label>
            <label><span>Room</span> <input name="room" value="{view.Room}" maxlength="{RoomName.MostCharacters}" required pattern="[A-Za-z0-9\-]+" title="Letters, digits and hyphens" autocomplete="off"></label>
            <button class="primary">Enter</button>
            </form></details>
            </nav>
            </div>

            """);
        OpenCardsHtml.Write(html, view.Messages);
        html.Write($"</header>\n");
    }

    private static IEnumerable<Participant> Offered(Participant? who) =>
        who is null || Participant.Colleagues.Any(c => c.Id == who.Id) ? Participant.Colleagues : [.. Participant.Colleagues, who];
}
