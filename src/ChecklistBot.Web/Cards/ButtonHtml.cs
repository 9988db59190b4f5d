using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws buttons with their menus, questions and input fields. Everything opens without script, and only in the browser of the one who
/// opens it; <c>data-keep</c> names what the script keeps open when the card changes.</summary>
internal static class ButtonHtml
{
    public static void WriteGroup(HtmlWriter html, ButtonsBlock block, CardPlace place)
    {
        html.Write($"<div class=\"buttons\" role=\"group\" aria-labelledby=\"{CardHtml.HeadingId(place)}\">\n");
        foreach (var button in block.Buttons)
        {
            Write(html, button, place);
        }

        html.Write($"</div>\n");
    }

    private static void Write(HtmlWriter html, CardButton button, CardPlace place)
    {
        if (!button.Menu.IsDefaultOrEmpty)
        {
            WriteMenu(html, button, place);
        }
        else if (button.Confirmation is { } confirmation)
        {
            WriteConfirmation(html, button, confirmation, place);
        }
        else if (button.Input is { } input)
        {
            WriteInput(html, button, input, place);
        }
        else
        {
            WriteButton(html, button, button.Label, CardHtml.TapForm);
        }
    }

    private static void WriteMenu(HtmlWriter html, CardButton button, CardPlace place)
    {
        html.Write($"<details class=\"menu\" data-keep=\"menu {button.Label}\"><summary class=\"button\">{button.Label}</summary><div class=\"sheet\">\n");
        foreach (var entry in button.Menu)
        {
            Write(html, entry, place);
        }

        html.Write($"</div></details>\n");
    }

    private static void WriteConfirmation(HtmlWriter html, CardButton button, ButtonConfirmation confirmation, CardPlace place)
    {
        html.Write($"<details class=\"confirm\" data-keep=\"confirm {button.Label}\"><summary class=\"button {StyleName(button.Style)}\"");
        html.Attribute("title", button.Description).Write($">{button.Label}</summary><div class=\"sheet\">\n");
        html.Write($"<p class=\"strong\">").Isolated(confirmation.Question).Write($"</p>\n<p>").Isolated(confirmation.Consequence).Write($"</p>\n<div class=\"choice-of-two\">\n");
        if (button.Input is { } input)
        {
            WriteInputForm(html, button, confirmation.Yes, input, place);
        }
        else
        {
            WriteButton(html, button, confirmation.Yes, CardHtml.TapForm);
        }

        html.Write($"<button type=\"button\" class=\"close\">{confirmation.No}</button></div></div></details>\n");
    }

    private static void WriteInput(HtmlWriter html, CardButton button, ButtonInput input, CardPlace place)
    {
        html.Write($"<details class=\"input\" data-keep=\"input {button.Label}\"><summary class=\"button\"");
        html.Attribute("title", button.Description).Write($">{button.Label}</summary><div class=\"sheet\">\n");
        WriteInputForm(html, button, button.Label, input, place);
        html.Write($"</div></details>\n");
    }

    // A form of its own: the Enter key in its field must press this button and no other of the page.
    private static void WriteInputForm(HtmlWriter html, CardButton button, string label, ButtonInput input, CardPlace place)
    {
        html.Write($"<form method=\"post\" action=\"/tap\" class=\"ask\">");
        Hidden(html, "who", place.Who ?? "");
        Hidden(html, "room", place.Room);
        Hidden(html, "token", place.Token ?? "");
        html.Write($"<label><span>{input.Label}</span> <input name=\"input\" value=\"{input.Value}\" maxlength=\"{input.MaxLength}\" dir=\"auto\" autocomplete=\"off\" data-keep=\"field {button.Label}\"></label>\n");
        WriteButton(html, button, label, form: null);
        html.Write($"</form>\n");
    }

    private static void WriteButton(HtmlWriter html, CardButton button, string label, string? form)
    {
        html.Write($"<button name=\"action\" value=\"{button.Action}\"")
            .Attribute("form", form)
            .Attribute("data-item", button.ItemId)
            .Attribute("data-option", button.OptionId)
            .Attribute("class", StyleName(button.Style))
            .Attribute("title", button.Description);
        if (button.OpensForm)
        {
            html.Write($" formaction=\"/form\" formmethod=\"get\"");
        }

        html.Write($">{label}</button>\n");
    }

    internal static void Hidden(HtmlWriter html, string name, string value) =>
        html.Write($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");

    private static string StyleName(ButtonStyle style) => style switch
    {
        ButtonStyle.Primary => "primary",
        ButtonStyle.Danger => "danger",
        _ => "plain",
    };
}
