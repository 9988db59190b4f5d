using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.Tests.BlockKit;

internal static class Modals
{
    public static ModalContext Context { get; } = new(new SlackPlace("T111", "C111", "1.1"), "end~0000000000000000000003", "2.2");
}
