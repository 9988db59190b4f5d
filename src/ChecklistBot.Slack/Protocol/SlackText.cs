using System.Text;

namespace ChecklistBot.Slack.Protocol;

/// <summary>
/// Texts as Slack sends them (docs.slack.dev, "Formatting message text"): <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> arrive
/// escaped, and mentions and links stand in angle brackets.
/// </summary>
internal static class SlackText
{
    /// <summary>
    /// As a person reads it: the bot's own mentions are removed, other mentions become <c>@name</c> or <c>#channel</c>, links
    /// become their label, and the three escapes are undone once.
    /// </summary>
    public static string Decode(string text, BotNames bot)
    {
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('<') is var open and >= 0)
        {
            result.Append(rest[..open]);
            rest = rest[(open + 1)..];
            var close = rest.IndexOf('>');
            if (close < 0)
            {
                result.Append('<');
                break;
            }

            Append(result, rest[..close], bot);
            rest = rest[(close + 1)..];
        }

        return Unescape(result.Append(rest).ToString()).Trim();
    }

    /// <summary>Undoes the three escapes, once.</summary>
    public static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);

    private static void Append(StringBuilder result, ReadOnlySpan<char> inside, BotNames bot)
    {
        var bar = inside.IndexOf('|');
        var target = bar < 0 ? inside : inside[..bar];
        var label = bar < 0 ? [] : inside[(bar + 1)..];
        switch (target)
        {
            case ['@', .. var user] when bot.Is(user):
                // A space, so that the words on both sides of the mention stay two words.
                result.Append(' ');
                break;
            case ['@' or '#', .. var id]:
                result.Append(target[0]).Append(label.IsEmpty ? id : label.TrimStart(target[0]));
                break;
            case ['!', .. var special]:
                AppendSpecial(result, special, label);
                break;
            default:
                result.Append(label.IsEmpty ? target : label);
                break;
        }
    }

    /// <summary><c>!here</c>, <c>!subteam^S1|@team</c>, <c>!date^…|fall-back</c>: only the words, which ping nobody.</summary>
    private static void AppendSpecial(StringBuilder result, ReadOnlySpan<char> special, ReadOnlySpan<char> label)
    {
        if (!label.IsEmpty)
            result.Append(label);
        else if (special.IndexOf('^') < 0)
            result.Append('@').Append(special);
    }
}
