namespace ChecklistBot.Slack;

/// <summary>The <c>Slack</c> section of the settings. Secrets are held in memory only.</summary>
public sealed class SlackSettings
{
    /// <summary>Where the methods of Slack's Web API are.</summary>
    public const string PlatformApi = "https://slack.com/api/";

    /// <summary>Verifies requests over HTTP, which is on when this is set.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>App-level token (<c>xapp-…</c>, scope <c>connections:write</c>); Socket Mode is on when it is set.</summary>
    public string? AppToken { get; set; }

    /// <summary>The workspace's token (<c>xoxb-…</c>); needed as soon as Slack is on.</summary>
    public string? BotToken { get; set; }

    /// <summary>Another address for the Web API: GovSlack, or a test's.</summary>
    public string ApiBaseUrl { get; set; } = PlatformApi;

    /// <summary>Requests over HTTP are served.</summary>
    public bool HttpIsOn => !string.IsNullOrWhiteSpace(SigningSecret);

    /// <summary>Connections are opened to Slack.</summary>
    public bool SocketModeIsOn => !string.IsNullOrWhiteSpace(AppToken);

    /// <summary>Slack is on at all.</summary>
    public bool IsOn => HttpIsOn || SocketModeIsOn;

    /// <summary>Everything that stops the start, each as one sentence: what, where, and how to mend it. Secrets are not repeated.</summary>
    public static IReadOnlyList<string> Findings(SlackSettings settings) => [.. Find(settings)];

    private static IEnumerable<string> Find(SlackSettings settings)
    {
        if (!settings.IsOn)
        {
            if (!string.IsNullOrWhiteSpace(settings.BotToken))
                yield return "Slack:BotToken is set, but neither Slack:AppToken (Socket Mode) nor Slack:SigningSecret (HTTP) is: set one of them, or remove the token.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(settings.BotToken))
            yield return "Slack:BotToken is missing: copy the Bot User OAuth Token (xoxb-…) from the app's page OAuth & Permissions into the environment variable Slack__BotToken.";
        else if (!IsToken(settings.BotToken))
            yield return "Slack:BotToken has characters that no token has, such as spaces or quotes: copy it again from OAuth & Permissions.";
        else if (settings.BotToken.StartsWith("xapp-", StringComparison.Ordinal))
            yield return "Slack:BotToken holds an app-level token (xapp-…): put that one into Slack:AppToken, and the Bot User OAuth Token (xoxb-…) here.";

        if (settings.SocketModeIsOn && !IsToken(settings.AppToken!))
            yield return "Slack:AppToken has characters that no token has, such as spaces or quotes: copy it again from Basic Information, App-Level Tokens.";
        else if (settings.SocketModeIsOn && settings.AppToken!.StartsWith("xoxb-", StringComparison.Ordinal))
            yield return "Slack:AppToken holds a bot token (xoxb-…): make an app-level token (xapp-…) with the scope connections:write under Basic Information, App-Level Tokens.";

        if (!IsApiAddress(settings.ApiBaseUrl))
            yield return $"Slack:ApiBaseUrl is \"{settings.ApiBaseUrl}\", which is no https address (http is allowed for loopback only): write for example {PlatformApi}.";
    }

    /// <summary>The Web API's address with the slash that relative method names need.</summary>
    internal Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");

    private static bool IsToken(string token) => !token.AsSpan().ContainsAnyExceptInRange('!', '~') && token.AsSpan().IndexOfAny('"', '\'') < 0;

    private static bool IsApiAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0;
}
