using ChecklistBot.Assessments.Cards;
using ChecklistBot.Web.Html;

namespace ChecklistBot.Web.Cards;

/// <summary>Draws an item on one line: a button where the item can be brought into focus, plain text otherwise.</summary>
internal static class ItemLineHtml
{
    public static void Write(HtmlWriter html, ItemLineBlock line, bool inFocus)
    {
        html.Write($"<li class=\"item {StateName(line.State)}\"").Attribute("aria-current", inFocus ? "step" : null).Write($">");
        if (line.Focus is { } focus)
        {
            html.Write($"<button name=\"action\" value=\"{focus.Action}\" form=\"{CardHtml.TapForm}\" class=\"line\"");
            html.Attribute("title", focus.Description).Write($">");
            WriteContent(html, line);
            html.Write($"</button>");
        }
        else
        {
            html.Write($"<div class=\"line\">");
            WriteContent(html, line);
            html.Write($"</div>");
        }

        html.Write($"</li>\n");
    }

    private static void WriteContent(HtmlWriter html, ItemLineBlock line)
    {
        html.Write($"<span class=\"mark\" aria-hidden=\"true\">{line.State.Mark()}</span> ");
        html.Write($"<span class=\"question\"><span class=\"unseen\">Item </span>{line.Position} ").Isolated(line.Question).Write($"</span> ");
        html.Write($"<span class=\"state\">{line.State.Word()}</span> <span class=\"choices\">");
        foreach (var choice in line.Choices)
        {
            WriteChoice(html, choice, counted: line.Choices.Length > 1);
        }

        html.Write($"</span>");
        if (line.Note is not null)
        {
            html.Write($" <span class=\"note\">").Isolated(line.Note).Write($"</span>");
        }
    }

    private static void WriteChoice(HtmlWriter html, LineChoice choice, bool counted)
    {
        html.Write($"<span class=\"choice\"><b>{choice.Label}</b>");
        if (counted)
        {
            html.Write($" <span class=\"count\">{choice.Count}</span>");
        }

        if (!choice.People.Names.IsDefaultOrEmpty)
        {
            html.Write($" <span class=\"names\">");
            WriteNames(html, choice.People);
            html.Write($"</span>");
        }

        html.Write($"</span> ");
    }

    private static void WriteNames(HtmlWriter html, NameList people)
    {
        for (var i = 0; i < people.Names.Length; i++)
        {
            html.Write($"{(i == 0 ? "" : ", ")}").Isolated(people.Names[i]);
        }

        if (people.More > 0)
        {
            html.Write($" and {people.More} more");
        }
    }

    private static string StateName(ItemLineState state) => state switch
    {
        ItemLineState.Agreed => "agreed",
        ItemLineState.Split => "split",
        ItemLineState.Tied => "tied",
        ItemLineState.Settled => "settled",
        _ => "open",
    };
}
