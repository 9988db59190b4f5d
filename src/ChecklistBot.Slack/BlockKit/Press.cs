using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Slack.BlockKit;

/// <summary>What a press asks of the platform. The set is closed.</summary>
internal abstract record Press;

/// <summary>Acts at once.</summary>
internal sealed record DirectPress(string Action) : Press;

/// <summary>Opens <c>Answer all</c>.</summary>
internal sealed record FormPress(string Action) : Press;

/// <summary>Asks for a line of text first.</summary>
internal sealed record AskPress(string Action, ButtonInput Input) : Press;

/// <summary>An entry of <c>More…</c> that asks something first; what it asks stands in the core's menu.</summary>
internal sealed record MenuPress(string MenuAction, string Action) : Press;
