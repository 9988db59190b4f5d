using ChecklistBot.Assessments.Commands;
using ChecklistBot.Rules;
using ChecklistBot.Slack;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Turns;

namespace ChecklistBot.Fuzz;

/// <summary>What parsers are given besides their input. Made at the first input: instrumented code must not run before the fuzzer has begun.</summary>
internal static class Given
{
    public static CompiledChecklist Checklist { get; } = ChecklistFile.LoadBuiltIn();

    public static Grammar Words { get; } = new(Vocabulary.Of(Checklist.Definition));

    public static BotNames Bot { get; } = new("U222");

    public static SlackIdentity Self { get; } = new("T111", "U222", "B222");

    public static ModalSeal Seal { get; } = new(new SlackSettings { BotToken = "xoxb-1" });
}
