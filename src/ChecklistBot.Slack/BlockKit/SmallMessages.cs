using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>Messages that are one sentence of ours.</summary>
internal static class SmallMessages
{
    public static SlackMessage Sentence(string text)
    {
        using var blocks = new BlockWriter();
        blocks.Section(Phrase.Plain(text));
        return new SlackMessage(PlainText.Escape(text), blocks.Finish());
    }
}
