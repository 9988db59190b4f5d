namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>The built-in checklist's facts, written by hand from the specification's tables and from nothing else.</summary>
internal sealed class RulesDocument : INaiveChecklist
{
    public static readonly (string Item, string[] Options)[] Items =
    [
        ("frequency", ["real-time", "hourly", "nightly", "less-often"]),
        ("delay", ["seconds", "minutes", "hours", "days"]),
        ("error-cost", ["high", "medium", "low"]),
        ("reach", ["small", "medium", "large"]),
        ("ownership", ["clear", "messy"]),
        ("maintenance", ["yes", "no"]),
    ];

    public static readonly string[] Flags = ["real-time-required", "high-cost-of-error", "no-maintenance-capacity"];

    public static readonly string[] Paths =
        ["immediate-sync", "nightly-batch", "single-source-of-truth", "lightweight-connector", "documented-manual"];

    public static readonly string[] Rules = ["R1", "R2", "R3", "R4", "R5", "R6"];

    public static readonly string[] Cautions =
    [
        "settle-ownership-first", "feed-the-others", "can-it-wait", "rare-but-urgent", "run-it-hourly", "run-it-less-often",
        "hold-until-reconciled", "name-the-reader", "name-the-keeper", "named-alerts", "could-be-built", "one-hub", "deputy",
    ];

    public IReadOnlyList<int> Options { get; } = [.. Items.Select(item => item.Options.Length)];

    public CompleteResult Judge(int[] complete)
    {
        var words = complete.Select((option, item) => Items[item].Options[option]).ToArray();
        var answers = new Answers(words[0], words[1], words[2], words[3], words[4], words[5]);
        var (rule, path) = Decide(answers);
        string[] flags =
        [
            .. answers.RealTimeRequired ? ["real-time-required"] : Array.Empty<string>(),
            .. answers.HighCostOfError ? ["high-cost-of-error"] : Array.Empty<string>(),
            .. answers.NoMaintenanceCapacity ? ["no-maintenance-capacity"] : Array.Empty<string>(),
        ];
        return new CompleteResult(
            Array.IndexOf(Rules, rule),
            Array.IndexOf(Paths, path),
            [.. flags.Select(flag => Array.IndexOf(Flags, flag))],
            [.. Raise(answers, path).Select(raised => new RaisedCaution(
                Array.IndexOf(Cautions, raised.Id), raised.Companion is null ? null : Array.IndexOf(Paths, raised.Companion)))]);
    }

    private static (string Rule, string Path) Decide(Answers a)
    {
        if (a.RealTimeRequired && a.HighCostOfError && !a.NoMaintenanceCapacity) return ("R1", "immediate-sync");
        if (a.RealTimeRequired && a.HighCostOfError && a.NoMaintenanceCapacity) return ("R2", "lightweight-connector");
        if (a.Frequency == "less-often" && a.ErrorCost == "low" && a.NoMaintenanceCapacity && a.Delay != "seconds")
            return ("R3", "documented-manual");
        if (a.Ownership == "messy") return ("R4", "single-source-of-truth");
        if (a.RealTimeRequired || a.Delay == "minutes") return ("R5", "lightweight-connector");
        return ("R6", "nightly-batch");
    }

    private static IEnumerable<(string Id, string? Companion)> Raise(Answers a, string path)
    {
        var ifClear = Decide(a with { Ownership = "clear" }).Path;
        var ifHourly = Decide(a with { Frequency = "hourly" }).Path;
        if (a.Ownership == "messy" && path is "immediate-sync" or "lightweight-connector" or "documented-manual")
            yield return ("settle-ownership-first", "single-source-of-truth");
        if (path == "single-source-of-truth") yield return ("feed-the-others", ifClear);
        if (a.Frequency == "real-time" && a.Delay is "hours" or "days" && ifHourly != path)
            yield return ("can-it-wait", ifHourly);
        if (a.Frequency is "nightly" or "less-often" && (a.RealTimeRequired || a.Delay == "minutes")
            && path is "immediate-sync" or "lightweight-connector")
            yield return ("rare-but-urgent", null);
        if (a.Frequency == "hourly" && a.Delay == "hours" && path == "nightly-batch") yield return ("run-it-hourly", null);
        if (a.Frequency == "less-often" && path == "nightly-batch") yield return ("run-it-less-often", null);
        if (a.HighCostOfError && path == "nightly-batch") yield return ("hold-until-reconciled", null);
        if (a.NoMaintenanceCapacity && (path == "nightly-batch" || path == "lightweight-connector")) yield return ("name-the-reader", null);
        if (a.NoMaintenanceCapacity && path == "single-source-of-truth") yield return ("name-the-keeper", null);
        if (a.HighCostOfError && a.NoMaintenanceCapacity && path == "lightweight-connector") yield return ("named-alerts", null);
        if (!a.NoMaintenanceCapacity && path == "lightweight-connector") yield return ("could-be-built", null);
        if (a.Reach == "large" && path != "documented-manual" && path != "single-source-of-truth") yield return ("one-hub", null);
        if (a.Reach == "large" && path == "documented-manual") yield return ("deputy", null);
    }

    private sealed record Answers(string Frequency, string Delay, string ErrorCost, string Reach, string Ownership, string Maintenance)
    {
        public bool RealTimeRequired => Frequency == "real-time" || Delay == "seconds";

        public bool HighCostOfError => ErrorCost == "high";

        public bool NoMaintenanceCapacity => Maintenance == "no";
    }
}
