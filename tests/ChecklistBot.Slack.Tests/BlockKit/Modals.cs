using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Turns;

namespace ChecklistBot.Slack.Tests.BlockKit;

internal static class Modals
{
    public static ModalSeal Seal { get; } = new(new SlackSettings { BotToken = "xoxb-1" });

    public static ModalContext Context { get; } = new(Seal, "U111", new SlackPlace("T111", "C111", "1.1"), "end~0000000000000000000003", "2.2");
}
