using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Tries the cases of a file. What an unclear condition leaves open is not held against a case.</summary>
internal sealed class CaseCheck(CompiledChecklist checklist, FindingList findings)
{
    private readonly ChecklistDefinition _definition = checklist.Definition;

    public void Run(ImmutableArray<SourceCase> cases, bool flagsAreClear)
    {
        foreach (var one in cases.Where(one => one.IsSound))
        {
            var outcome = checklist.Evaluate(checklist.Of(one.Case.Answers));
            CheckPath(one, outcome);
            if (flagsAreClear) CheckFlags(one, outcome);
        }
    }

    private void CheckPath(SourceCase one, Outcome outcome)
    {
        if (one.Case is { Path: null, StaysOpen: false } || outcome.Reachable.Contains(-1)) return;
        var paths = string.Join(", ", outcome.Reachable.Select(path => Quoting.Quoted(_definition.Paths[path].Id)));
        if (one.Case.StaysOpen)
        {
            if (!outcome.Settled) return;
            findings.Add(one.PathLine, one.Name, $"expects several paths, but {paths} is certain; write \"path\": {paths}, or mend the rules");
        }
        else if (!outcome.Settled)
        {
            findings.Add(
                one.PathLine,
                one.Name,
                $"expects {Quoting.Quoted(one.Case.Path!)}, but {paths} can come out; write more answers or \"path\": null, or mend the rules");
        }
        else if (_definition.Paths[outcome.Path!.Value].Id != one.Case.Path)
        {
            findings.Add(
                one.PathLine, one.Name, $"expects {Quoting.Quoted(one.Case.Path!)}, but {paths} comes out; write {paths}, or mend the rules");
        }
    }

    private void CheckFlags(SourceCase one, Outcome outcome)
    {
        if (one.Case.Flags is not { } expected) return;
        var raised = outcome.Flags.Select(flag => _definition.Flags[flag].Id).ToList();
        if (raised.ToHashSet().SetEquals(expected)) return;
        var list = $"[{string.Join(", ", raised.Select(Quoting.Quoted))}]";
        findings.Add(
            one.FlagsLine,
            one.Name,
            $"expects the flags [{string.Join(", ", expected.Select(Quoting.Quoted))}], but {list} come out; write \"flags\": {list}, or mend the flags");
    }
}
