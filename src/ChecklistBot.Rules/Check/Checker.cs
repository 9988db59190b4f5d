using System.Globalization;

namespace ChecklistBot.Rules;

/// <summary>Compiles a definition as far as it goes and reports what its logic gets wrong: uncovered answers, rules, paths, flags and
/// cautions that never come up, cases that come out differently.</summary>
internal sealed class Checker(SourceChecklist source, FindingList findings)
{
    private readonly ChecklistDefinition _definition = source.Definition;

    /// <summary>Null when there are findings, from here or from before.</summary>
    public CompiledChecklist? Run()
    {
        var sizes = _definition.Items.Select(item => item.Options.Length).ToList();
        if (sizes.Count == 0 || sizes.Contains(0)) return null; // reported when read; there is no answer set to try
        if (AnswerSpace.Count(sizes) is null)
        {
            findings.Add(
                source.ItemsLine,
                "items",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"make more than {AnswerSpace.Largest:N0} answer sets, open items included; write fewer items or options"));
            return null;
        }

        var space = new AnswerSpace(sizes);
        var bound = Binder.Bind(_definition);
        var decisions = Decisions.Of(bound, space, _definition.Paths.Length);
        var pool = new VerdictPool();
        var complete = CompleteVerdicts.Of(bound, space, decisions, pool);
        ReportCoverage(decisions);
        ReportNeverRaised(decisions, complete);
        if (findings.Count > 0 && source.Cases.IsEmpty) return null;
        var outcomes = TableCompiler.Compile(space, complete, decisions, pool);
        var checklist = new CompiledChecklist(_definition, space, outcomes);
        new CaseCheck(checklist, findings).Run(source.Cases, decisions.FlagsAreClear);
        return findings.Count == 0 ? checklist : null;
    }

    private void ReportCoverage(Decisions decisions)
    {
        if (decisions.FirstUncovered is { } options)
        {
            var example = string.Join(", ", _definition.Items.Select((item, i) => $"{Quoting.Quoted(item.Id)}:{Quoting.Quoted(item.Options[options[i]].Id)}"));
            var others = decisions.Uncovered switch
            {
                1 => "",
                2 => " and one other answer set",
                var count => $" and {count - 1} other answer sets",
            };
            findings.Add(
                source.RulesLine, "rules", $"leave {{{example}}}{others} without a path; write a last rule with \"when\": {{}}, or widen one");
        }

        for (var rule = 0; rule < decisions.RuleReached.Length; rule++)
        {
            if (decisions.RuleReached[rule]) continue;
            findings.Add(
                source.RuleLines[rule],
                _definition.Rules[rule].Id,
                "is never the first rule that matches; write it before the rules that take its answers, or remove it");
        }

        for (var path = 0; path < decisions.PathReached.Length; path++)
        {
            if (decisions.PathReached[path]) continue;
            findings.Add(
                source.PathLines[path], _definition.Paths[path].Id, "is a path that no answers lead to; write a rule for it, or remove it");
        }
    }

    private void ReportNeverRaised(Decisions decisions, CompleteVerdicts complete)
    {
        for (var flag = 0; flag < decisions.FlagRaised.Length; flag++)
        {
            if (decisions.FlagRaised[flag]) continue;
            findings.Add(
                source.FlagLines[flag], _definition.Flags[flag].Id, "is a flag that no answers raise; write a condition that can hold, or remove it");
        }

        for (var caution = 0; caution < complete.CautionRaised.Length; caution++)
        {
            if (complete.CautionRaised[caution]) continue;
            findings.Add(
                source.CautionLines[caution],
                _definition.Cautions[caution].Id,
                "is a caution that no answers raise; write a condition that can hold, or remove it");
        }
    }
}
