using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws the item in focus as a group of buttons, one tap an option.</summary>
internal static class FocusHtml
{
    public static void Write(HtmlWriter html, FocusBlock focus)
    {
        html.Write($"<fieldset class=\"focus\" data-focus=\"{focus.ItemId}\"><legend>").Isolated(focus.Title).Write($"</legend>\n");
        if (focus.Help is not null)
        {
            html.Write($"<p class=\"subtle\">").Isolated(focus.Help).Write($"</p>\n");
        }

        html.Write($"<div class=\"options\">\n");
        foreach (var option in focus.Options)
        {
            WriteOption(html, option);
        }

        html.Write($"</div>\n");
        if (focus.Tally is not null)
        {
            html.Write($"<p class=\"tally\">").Isolated(focus.Tally).Write($"</p>\n");
        }

        html.Write($"</fieldset>\n");
    }

    private static void WriteOption(HtmlWriter html, CardButton option)
    {
        html.Write($"<button name=\"action\" value=\"{option.Action}\" form=\"{CardHtml.TapForm}\"")
            .Attribute("data-item", option.ItemId)
            .Attribute("data-option", option.OptionId)
            .Attribute("class", option.OptionId == Answers.NotSure ? "option unsure" : "option")
            .Write($"><span class=\"label\">{option.Label}</span>");
        if (option.Description is not null)
        {
            html.Write($" <span class=\"meaning\">{option.Description}</span>");
        }

        html.Write($"</button>\n");
    }
}
