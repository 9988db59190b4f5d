using ChecklistBot.Slack;

namespace ChecklistBot.Settings;

/// <summary>Brings what Slack's own project finds wrong with its section among the other problems.</summary>
internal static class SlackCheck
{
    public static void Run(SlackSettings slack, SettingFindings findings)
    {
        // Each finding is a sentence that begins with its key: "Slack:BotToken is missing: …".
        foreach (var sentence in SlackSettings.Findings(slack))
        {
            var end = sentence.IndexOf(' ', StringComparison.Ordinal);
            findings.Refuse(sentence[..end], $"it{sentence[end..]}", mend: "");
        }
    }
}
