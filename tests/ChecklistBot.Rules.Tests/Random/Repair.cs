using System.Collections.Immutable;
using ChecklistBot.Rules.Tests.Naive;

namespace ChecklistBot.Rules.Tests.Random;

/// <summary>Makes a random definition sound without changing what its answers lead to: what never comes up is taken out, and tests of
/// it become "never".</summary>
internal sealed class Repair
{
    private static readonly Condition Never = new NotCondition(new AlwaysCondition());

    private readonly ChecklistDefinition _definition;
    private readonly HashSet<string> _flags;
    private readonly HashSet<string> _paths;
    private readonly HashSet<int> _rules;
    private readonly HashSet<int> _cautions;

    private Repair(ChecklistDefinition definition)
    {
        var all = new NaiveEngine(new DefinitionInterpreter(definition)).AllComplete.ToList();
        _definition = definition;
        _flags = [.. all.SelectMany(one => one.Flags).Select(flag => definition.Flags[flag].Id)];
        _paths = [.. all.Select(one => definition.Paths[one.Path].Id)];
        _rules = [.. all.Select(one => one.Rule)];
        _cautions = [.. all.SelectMany(one => one.Cautions).Select(raised => raised.Caution)];
    }

    public static ChecklistDefinition Sound(ChecklistDefinition definition)
    {
        var covered = definition.Rules[^1].When is AlwaysCondition
            ? definition
            : definition with { Rules = definition.Rules.Add(new RuleDefinition { Id = "last", When = new AlwaysCondition(), Path = "p0" }) };
        return new Repair(covered).Run();
    }

    private ChecklistDefinition Run() => _definition with
    {
        Flags = [.. _definition.Flags.Where(flag => _flags.Contains(flag.Id))],
        Paths = [.. _definition.Paths.Where(path => _paths.Contains(path.Id))],
        Rules = [.. _definition.Rules.Where((_, i) => _rules.Contains(i)).Select(rule => rule with { When = Mend(rule.When) })],
        Cautions = [.. _definition.Cautions.Where((_, i) => _cautions.Contains(i)).Select(caution => caution with
        {
            When = Mend(caution.When),
            Companion = caution.Companion is { Path: { } path } && !_paths.Contains(path) ? null : caution.Companion,
        })],
    };

    private Condition Mend(Condition condition) => condition switch
    {
        FlagCondition test when !_flags.Contains(test.Flag) => Never,
        PathCondition test => test.Paths.Where(_paths.Contains).ToImmutableArray() is { IsEmpty: false } left ? new PathCondition(left) : Never,
        AllCondition test => new AllCondition([.. test.Parts.Select(Mend)]),
        AnyCondition test => new AnyCondition([.. test.Parts.Select(Mend)]),
        NotCondition test => new NotCondition(Mend(test.Part)),
        _ => condition,
    };
}
