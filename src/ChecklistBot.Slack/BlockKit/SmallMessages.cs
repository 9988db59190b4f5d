using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Messages that are one sentence of ours.</summary>
internal static class SmallMessages
{
    /// <summary>For a direct message, where nobody sees what it is about.</summary>
    /// <param name="channel">The conversation that the bot cannot answer in.</param>
    /// <param name="reason">Why, and what to do about it.</param>
    public static SlackMessage FromElsewhere(string channel, string reason)
    {
        using var blocks = new BlockWriter();
        blocks.Section(new Phrase().Add("I could not answer you in ").AddLink("the conversation where you wrote to me", $"https://slack.com/app_redirect?channel={channel}").Add($": {reason}"));
        return new SlackMessage(PlainText.Escape($"I could not answer you in the conversation where you wrote to me: {reason}"), blocks.Finish());
    }

    public static SlackMessage Sentence(string text)
    {
        using var blocks = new BlockWriter();
        blocks.Section(Phrase.Plain(text));
        return new SlackMessage(PlainText.Escape(text), blocks.Finish());
    }
}
