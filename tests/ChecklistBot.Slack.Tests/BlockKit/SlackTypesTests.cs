using System.Text;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.BlockKit;

/// <summary>What the bot sends, against the types that Slack itself publishes for its Node SDK.</summary>
public sealed class SlackTypesTests
{
    [Fact]
    public async Task Every_message_and_every_modal_has_slacks_own_type()
    {
        var source = new StringBuilder("import type { KnownBlock, ModalView } from '@slack/types';\n");
        foreach (var (name, card) in SampleCards.All)
        {
            foreach (var message in CardRenderer.RenderAll(card))
                source.Append("// ").AppendLine(name).Append("export const m").Append(source.Length).Append(": KnownBlock[] = ").Append(Encoding.UTF8.GetString(message.Blocks.Span)).AppendLine(";");
        }

        foreach (var view in new[]
        {
            AnswerFormModal.Render(SampleCards.Form(), Modals.Context),
            AnswerFormModal.Render(SampleCards.Form(options: 12), Modals.Context),
            SmallModals.Loading,
            SmallModals.Confirm(SampleCards.More.Menu[3].Confirmation!, Modals.Context),
            SmallModals.Ask("Rename", SampleCards.More.Menu[1].Input!, Modals.Context),
        })
            source.Append("export const v").Append(source.Length).Append(": ModalView = ").Append(Encoding.UTF8.GetString(view.Span)).AppendLine(";");

        Assert.Equal((0, ""), await CompileAsync("messages.ts", source.ToString()));
    }

    [Fact]
    public async Task The_check_finds_what_slack_would_refuse()
    {
        var (exitCode, said) = await CompileAsync(
            "wrong.ts",
            """
            import type { KnownBlock } from '@slack/types';
            export const wrong: KnownBlock[] = [{ "type": "header", "text": { "type": "mrkdwn", "text": "x" } }];
            """);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("wrong.ts", said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> CompileAsync(string name, string source)
    {
        var file = await NodeTools.WriteAsync(name, source);
        return await NodeTools.RunAsync("node", "node_modules/typescript/bin/tsc", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck", file);
    }
}
