using ChecklistBot.Slack;

namespace ChecklistBot.Settings;

/// <summary>Which of Slack's three secrets need each other.</summary>
internal static class SlackCheck
{
    private const string BotTokenKey = "Slack:BotToken";
    private const string AppTokenKey = "Slack:AppToken";
    private const string SigningSecretKey = "Slack:SigningSecret";

    public static void Run(SlackSettings slack, SettingFindings findings)
    {
        if (slack.IsOn && slack.BotToken is null)
        {
            var cause = slack.SigningSecret is null ? AppTokenKey : SigningSecretKey;
            findings.Refuse(
                BotTokenKey,
                $"it is not set, and {cause} is, so Slack could be heard but never answered.",
                $"Put the workspace's bot token there (it begins with xoxb-), or leave {cause} out to run without Slack.");
        }

        if (!slack.IsOn && slack.BotToken is not null)
            findings.Notice(
                $"{BotTokenKey} is set, but Slack stays off: it needs {SigningSecretKey} (over HTTP) or {AppTokenKey} (Socket Mode) too.");

        if (slack.AppToken?.StartsWith("xoxb-", StringComparison.Ordinal) == true)
            findings.Refuse(
                AppTokenKey,
                $"it holds a bot token (xoxb-).",
                $"Put the app-level token there (it begins with xapp-), and the bot token in {BotTokenKey}.");

        if (slack.BotToken?.StartsWith("xapp-", StringComparison.Ordinal) == true)
            findings.Refuse(
                BotTokenKey,
                $"it holds an app-level token (xapp-).",
                $"Put the bot token there (it begins with xoxb-), and the app-level token in {AppTokenKey}.");
    }
}
