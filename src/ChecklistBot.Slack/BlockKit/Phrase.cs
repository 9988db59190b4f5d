namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// Words for one text object. They are literal: bold and links are drawn only when none of the words could be taken for
/// formatting, since Slack knows no escape for <c>*_~`</c> or <c>:emoji:</c>; otherwise the same words are drawn plain.
/// </summary>
internal sealed class Phrase
{
    private readonly List<(string Text, bool IsBold, string? Link)> parts = [];

    public static Phrase Plain(string text) => new Phrase().Add(text);

    public static Phrase Bold(string text) => new Phrase().AddBold(text);

    public Phrase Add(string text) => Append(text, false, null);

    public Phrase AddBold(string text) => Append(text, true, null);

    /// <summary>A link, where the address is an absolute web address; else only the words.</summary>
    public Phrase AddLink(string text, string address) => Append(text, false, IsWeb(address) ? address : null);

    /// <summary>The words as mrkdwn; null when they must be drawn plain.</summary>
    public string? AsMarkup()
    {
        if (parts.All(part => !part.IsBold && part.Link is null) || !parts.All(part => IsHarmless(part.Text)))
            return null;
        return string.Concat(parts.Select(part =>
        {
            var text = PlainText.Escape(part.Text);
            if (part.Link is { } link)
                return $"<{PlainText.Escape(link)}|{text}>";
            return part.IsBold ? $"*{text}*" : text;
        }));
    }

    /// <summary>The words as they are, with addresses spelled out.</summary>
    public string AsPlain() => string.Concat(parts.Select(part => part.Link is { } link ? $"{part.Text} ({link})" : part.Text));

    private Phrase Append(string text, bool isBold, string? link)
    {
        if (text.Length > 0)
            parts.Add((text, isBold, link));
        return this;
    }

    private static bool IsHarmless(string text) =>
        text.AsSpan().IndexOfAny("*_~`|") < 0
        && !HasEmoji(text)
        && !text.Split('\n').Any(line => line.StartsWith('>'));

    /// <summary>Two colons with only letters, digits and a few signs between them become a picture.</summary>
    private static bool HasEmoji(string text)
    {
        for (var open = text.IndexOf(':', StringComparison.Ordinal); open >= 0; open = text.IndexOf(':', open + 1))
        {
            var close = text.IndexOf(':', open + 1);
            if (close > open + 1 && text.AsSpan(open + 1, close - open - 1).IndexOfAny(" \n") < 0)
                return true;
        }

        return false;
    }

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && address.AsSpan().IndexOfAny("|<> \n") < 0;
}
