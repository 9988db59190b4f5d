namespace ChecklistBot.Settings;

/// <summary>Why the bot does not start, for the one who runs it.</summary>
/// <param name="Key">The setting to look at, as it is written in a file (<c>Slack:BotToken</c>).</param>
/// <param name="What">A sentence: what is wrong.</param>
/// <param name="Mend">A sentence: what to write instead; empty when <paramref name="What"/> says it too.</param>
/// <param name="Details">Further lines, such as the findings in a file; empty for most.</param>
internal sealed record SettingProblem(string Key, string What, string Mend, IReadOnlyList<string> Details);
