namespace ChecklistBot.Settings;

/// <summary>Section <c>Slack</c>.</summary>
internal sealed class SlackSection
{
    /// <summary>Turns Slack over HTTP on.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Turns Socket Mode on; begins with <c>xapp-</c>.</summary>
    public string? AppToken { get; set; }

    /// <summary>The workspace's token; begins with <c>xoxb-</c>.</summary>
    public string? BotToken { get; set; }

    /// <summary>Where the Web API is; ends in a slash.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    public bool IsOn => SigningSecret is not null || AppToken is not null;
}
