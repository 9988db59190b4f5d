namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>Addresses in cards.</summary>
internal static class CardLink
{
    /// <summary>Only https leads anywhere from a card; an address within the platform's page does not.</summary>
    public static bool IsWhole(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    /// <summary>An address that cannot end its Markdown link early.</summary>
    public static string InMarkdown(string link) => new Uri(link).AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal);
}
