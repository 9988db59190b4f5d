namespace ChecklistBot.Rules.Tests.Naive;

/// <summary>Judges complete answer sets of any definition by reading its conditions as they stand, by id.</summary>
internal sealed class DefinitionInterpreter(ChecklistDefinition definition) : INaiveChecklist
{
    private const int NoRule = -1;

    public IReadOnlyList<int> Options { get; } = [.. definition.Items.Select(item => item.Options.Length)];

    public CompleteResult Judge(int[] complete)
    {
        var rule = Decide(complete);
        if (rule == NoRule) return new CompleteResult(NoRule, NoRule, [.. Flags(complete)], []);
        var path = definition.Rules[rule].Path;
        var cautions = definition.Cautions
            .Select((caution, index) => (caution, index))
            .Where(one => Holds(one.caution.When, complete, path))
            .Select(one => new RaisedCaution(one.index, Companion(one.caution.Companion, complete)));
        return new CompleteResult(rule, PathIndex(path), [.. Flags(complete)], [.. cautions]);
    }

    private IEnumerable<int> Flags(int[] complete) =>
        Enumerable.Range(0, definition.Flags.Length).Where(flag => Holds(definition.Flags[flag].When, complete, null));

    private int Decide(int[] complete)
    {
        for (var rule = 0; rule < definition.Rules.Length; rule++)
            if (Holds(definition.Rules[rule].When, complete, null)) return rule;
        return NoRule;
    }

    private int? Companion(Companion? companion, int[] complete)
    {
        if (companion is null) return null;
        return PathIndex(companion.Path ?? PathIf(complete, companion.IfItem!, companion.IfOption!));
    }

    private string? PathIf(int[] complete, string item, string option)
    {
        var changed = (int[])complete.Clone();
        var index = definition.Items.ToList().FindIndex(one => one.Id == item);
        changed[index] = definition.Items[index].Options.ToList().FindIndex(one => one.Id == option);
        var rule = Decide(changed);
        return rule == NoRule ? null : definition.Rules[rule].Path;
    }

    private bool Holds(Condition condition, int[] complete, string? path) => condition switch
    {
        AlwaysCondition => true,
        ItemCondition test => test.Options.Contains(Answer(complete, test.Item)),
        FlagCondition test => Holds(definition.Flags.Single(flag => flag.Id == test.Flag).When, complete, null),
        PathCondition test => test.Paths.Contains(path!),
        DiffersCondition test => PathIf(complete, test.Item, test.Option) != path,
        AllCondition test => test.Parts.All(part => Holds(part, complete, path)),
        AnyCondition test => test.Parts.Any(part => Holds(part, complete, path)),
        NotCondition test => !Holds(test.Part, complete, path),
        _ => throw new InvalidOperationException("An unknown condition."),
    };

    private string Answer(int[] complete, string item)
    {
        var index = definition.Items.ToList().FindIndex(one => one.Id == item);
        return definition.Items[index].Options[complete[index]].Id;
    }

    private int PathIndex(string? path) => definition.Paths.ToList().FindIndex(one => one.Id == path);
}
