using System.Net;
using System.Text;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Turns the text of a message into what the person meant to say.</summary>
public static class MentionText
{
    /// <summary>
    /// Removes every mention of the recipient (found by id, never by name, since a bot can be renamed), writes mentions of others as
    /// their plain names, resolves the platform's character entities and joins white space, non-breaking spaces included, to single
    /// blanks.
    /// </summary>
    public static string Clean(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Mentions)
        {
            var isOurs = activity.Recipient?.IsSameAs(mention.AccountId) ?? false;
            text = text.Replace(mention.Text, isOurs ? " " : NameIn(mention.Text), StringComparison.OrdinalIgnoreCase);
        }

        return Join(text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text);
    }

    private static string NameIn(string mention)
    {
        var start = mention.IndexOf('>', StringComparison.Ordinal) + 1;
        var end = mention.LastIndexOf("</", StringComparison.Ordinal);
        return mention.StartsWith("<at", StringComparison.OrdinalIgnoreCase) && end > start ? mention[start..end] : mention;
    }

    private static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        var pending = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                pending = joined.Length > 0;
                continue;
            }

            if (pending) joined.Append(' ');
            pending = false;
            joined.Append(character);
        }

        return joined.ToString();
    }
}
