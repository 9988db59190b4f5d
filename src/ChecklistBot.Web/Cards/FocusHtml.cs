using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws the item in focus as a group of buttons, one tap an option.</summary>
internal static class FocusHtml
{
    public static void Write(HtmlWriter html, FocusBlock focus, CardPlace place)
    {
        html.Write($"<fieldset class=\"focus\" data-focus=\"{focus.ItemId}\"><legend>").Isolated(focus.Title).Write($"</legend>\n");
        if (focus.Help is not null)
        {
            html.Write($"<p class=\"subtle\">").Isolated(focus.Help).Write($"</p>\n");
        }

        html.Write($"<div class=\"options\">\n");
        foreach (var option in focus.Options)
        {
            WriteOption(html, option, $"{place.ElementId}-{option.ItemId}-{option.OptionId}");
        }

        html.Write($"</div>\n");
        if (focus.Tally is not null)
        {
            html.Write($"<p class=\"tally\">").Isolated(focus.Tally).Write($"</p>\n");
        }

        html.Write($"</fieldset>\n");
    }

    // The label alone is the button's name, as people say it; the meaning beneath it is its description.
    private static void WriteOption(HtmlWriter html, CardButton option, string id)
    {
        html.Write($"<button name=\"action\" value=\"{option.Action}\" form=\"{CardHtml.TapForm}\"")
            .Attribute("data-item", option.ItemId)
            .Attribute("data-option", option.OptionId)
            .Attribute("class", option.OptionId == Answers.NotSure ? "option unsure" : "option");
        if (option.Description is null)
        {
            html.Write($"><span class=\"label\">{option.Label}</span></button>\n");
            return;
        }

        html.Write($" aria-labelledby=\"{id}-label\" aria-describedby=\"{id}-meaning\"><span class=\"label\" id=\"{id}-label\">{option.Label}</span> ");
        html.Write($"<span class=\"meaning\" id=\"{id}-meaning\">{option.Description}</span></button>\n");
    }
}
