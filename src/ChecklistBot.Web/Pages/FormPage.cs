using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Cards;
using ChecklistBot.Web.Html;
using ChecklistBot.Web.Requests;

namespace ChecklistBot.Web.Pages;

/// <summary>Draws <c>Answer all</c>: every item on one page.</summary>
internal sealed class FormPage(PageFrame frame)
{
    public string Draw(AnswerForm form, string room, Participant who, string token)
    {
        var html = new HtmlWriter();
        frame.Begin(html, $"Answer all · {form.Title} · Checklist", live: false);
        html.Write($"<body class=\"plain\">\n<main class=\"column\">\n<h1>Answer all items</h1>\n<p>").Isolated(form.Title).Write($" · as ").Isolated(who.Name);
        html.Write($"</p>\n<p class=\"subtle\">Items that you leave alone stay as they are.</p>\n<form method=\"post\" action=\"/answers\" class=\"all\">");
        ButtonHtml.Hidden(html, "who", who.Name);
        ButtonHtml.Hidden(html, "room", room);
        ButtonHtml.Hidden(html, "token", token);
        ButtonHtml.Hidden(html, "action", form.Action);
        html.Write($"\n");
        foreach (var item in form.Items)
        {
            WriteItem(html, item, form.Items.Length);
        }

        html.Write($"<p class=\"buttons\"><button class=\"primary\">{AnswerForm.Save}</button> <a href=\"{RoomAddress.Of(room, who.Name)}\" class=\"back\">Back to the room</a></p>\n");
        html.Write($"</form>\n</main>\n");
        PageFrame.End(html);
        return html.ToString();
    }

    private static void WriteItem(HtmlWriter html, FormItem item, int total)
    {
        html.Write($"<fieldset><legend>Item {item.Position} of {total}: ").Isolated(item.Question).Write($"</legend>\n");
        if (item.Help is not null)
        {
            html.Write($"<p class=\"subtle\">").Isolated(item.Help).Write($"</p>\n");
        }

        foreach (var option in item.Options)
        {
            html.Write($"<label class=\"choose\"><input type=\"radio\" name=\"{SubmittedForm.Prefix}{item.ItemId}\" value=\"{option.OptionId}\"");
            if (option.OptionId == item.Selected)
            {
                html.Write($" checked");
            }

            html.Write($"><span>{option.Label}<span class=\"meaning\">").Isolated(option.Meaning).Write($"</span></span></label>\n");
        }

        html.Write($"</fieldset>\n");
    }
}
