using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws the room: who one is, the conversation, the box to type in.</summary>
internal sealed class RoomPage(PageFrame frame, MessageHtml messages, WebChannelSettings settings)
{
    public string Draw(RoomView view)
    {
        var html = new HtmlWriter();
        frame.Begin(html, view.Problem is null ? $"{view.Room} · Checklist" : $"Problem · {view.Room} · Checklist", live: true);
        var seen = view.Messages.Count == 0 ? 0 : view.Messages.Max(static m => m.Changed);
        html.Write($"<body class=\"room\" data-room=\"{view.Room}\" data-who=\"{view.Who?.Name}\" data-seen=\"{seen}\">\n");
        html.Write($"<a class=\"skip\" href=\"#text\">Skip to the message box</a>\n");
        RoomHeaderHtml.Write(html, view);
        WriteConversation(html, view);
        ComposerHtml.Write(html, view);
        WriteTapForm(html, view);
        PageFrame.End(html);
        return html.ToString();
    }

    private void WriteConversation(HtmlWriter html, RoomView view)
    {
        html.Write($"<main id=\"conversation\">\n<div class=\"column\">\n<h2 class=\"unseen\">Conversation</h2>\n");
        html.Write($"<div class=\"welcome\">\n<p class=\"strong\">{settings.Title}</p>\n");
        if (settings.Intro is not null)
        {
            html.Write($"<p>{settings.Intro}</p>\n");
        }

        html.Write($"<p>Type <kbd>start</kbd> and a title to begin, such as <kbd>start CRM to accounting</kbd>. Everyone here answers on the same card.</p>\n");
        html.Write($"</div>\n<ol id=\"messages\">\n");
        foreach (var message in view.Messages)
        {
            messages.Write(html, message, view.Room, view.Who?.Name, view.Token);
        }

        html.Write($"</ol>\n</div>\n</main>\n");
    }

    // Every button of every card belongs to this form, so a card's markup is the same for everybody in the room.
    private static void WriteTapForm(HtmlWriter html, RoomView view)
    {
        html.Write($"<form id=\"{CardHtml.TapForm}\" method=\"post\" action=\"/tap\" hidden>");
        ButtonHtml.Hidden(html, "who", view.Who?.Name ?? "");
        ButtonHtml.Hidden(html, "room", view.Room);
        ButtonHtml.Hidden(html, "token", view.Token);
        html.Write($"</form>\n<p id=\"news\" class=\"unseen\" role=\"status\" aria-live=\"polite\"></p>\n");
    }
}
