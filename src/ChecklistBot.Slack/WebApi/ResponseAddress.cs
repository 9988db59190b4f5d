namespace ChecklistBot.Slack.WebApi;

/// <summary>
/// Which <c>response_url</c> is Slack's: the bot posts nowhere else on a payload's word. With a Web API elsewhere (a test's),
/// that host is the platform.
/// </summary>
internal static class ResponseAddress
{
    public static bool IsSlacks(string text, Uri apiBase, out Uri? address)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out address) || address.UserInfo.Length > 0)
            return false;
        if (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.Host is ("hooks.slack.com" or "hooks.slack-gov.com"))
            return true;
        return apiBase.IsLoopback && address.Scheme == apiBase.Scheme && address.Authority == apiBase.Authority;
    }
}
