using ChecklistBot.Settings;

namespace ChecklistBot.Composition;

/// <summary>What the one who runs the bot reads when it does not start.</summary>
internal static class StartRefusal
{
    /// <summary>The process's exit code after any refusal to start.</summary>
    public const int ExitCode = 1;

    /// <summary>Writes every problem at once: where, what, how to mend.</summary>
    public static int Explain(IReadOnlyList<SettingProblem> problems, TextWriter errors)
    {
        errors.WriteLine(problems.Count == 1
            ? "ChecklistBot does not start: one setting needs mending."
            : $"ChecklistBot does not start: {problems.Count} settings need mending.");
        foreach (var problem in problems)
        {
            errors.WriteLine($"  {problem.Key}: {problem.What} {problem.Mend}".TrimEnd());
            foreach (var detail in problem.Details)
                errors.WriteLine($"    {detail}");
        }

        errors.WriteLine("Settings are read from appsettings.json, the environment (with __ for :) and the command line.");
        return ExitCode;
    }

    /// <summary>Writes one sentence.</summary>
    public static int Explain(string sentence, TextWriter errors)
    {
        errors.WriteLine($"ChecklistBot does not start: {sentence}");
        return ExitCode;
    }
}
