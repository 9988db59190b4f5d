using System.Collections.Immutable;
using CsCheck;

namespace ChecklistBot.Rules.Tests.Random;

/// <summary>Random definitions: up to four items of up to four options, with flags, rules and cautions that use every kind of condition
/// their place allows. Their references are right; whether every rule, path, flag and caution comes up is left to chance.</summary>
internal static class RandomChecklists
{
    private static readonly Gen<ImmutableArray<ItemDefinition>> Items =
        Gen.Int[1, 4].Array[1, 4].Select(options => options.Select(Item).ToImmutableArray());

    public static Gen<ChecklistDefinition> Any { get; } =
        from items in Items
        from paths in Gen.Int[1, 4]
        from flags in Conditions(items, 0, 0).Array[0, 3]
        from rules in Gen.Select(Conditions(items, flags.Length, 0), Gen.Int[0, paths - 1]).Array[0, 5]
        from always in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from cautions in Gen.Select(Conditions(items, flags.Length, paths), Companions(items, paths)).Array[0, 4]
        select new ChecklistDefinition
        {
            Id = "random",
            Version = "1",
            Title = "Random",
            Intro = "",
            Items = items,
            Flags = [.. flags.Select((when, i) => new FlagDefinition { Id = $"f{i}", Label = "flag", When = when })],
            Paths = [.. Enumerable.Range(0, paths).Select(i => new PathDefinition { Id = $"p{i}", Label = $"path {i}", What = "what", Next = "next", Example = "" })],
            Rules =
            [
                .. rules.Select((rule, i) => new RuleDefinition { Id = $"r{i}", When = rule.Item1, Path = $"p{rule.Item2}" }),
                .. always || rules.Length == 0 ? [new RuleDefinition { Id = "last", When = new AlwaysCondition(), Path = "p0" }] : Array.Empty<RuleDefinition>(),
            ],
            Cautions = [.. cautions.Select((one, i) => new CautionDefinition { Id = $"c{i}", When = one.Item1, Text = "text", Companion = one.Item2 })],
            Cases = [],
            ContentHash = "",
        };

    private static ItemDefinition Item(int options, int index) => new()
    {
        Id = $"i{index}",
        Question = "question",
        Help = "",
        Options = [.. Enumerable.Range(0, options).Select(i => new OptionDefinition { Id = $"o{i}", Label = $"label {i}", Meaning = "meaning" })],
    };

    private static Gen<Companion?> Companions(ImmutableArray<ItemDefinition> items, int paths) => Gen.OneOf(
        Gen.Const((Companion?)null),
        Gen.Int[0, paths - 1].Select(path => (Companion?)new Companion($"p{path}", null, null)),
        Choice(items).Select(choice => (Companion?)new Companion(null, choice.Item, choice.Option)));

    private static Gen<(string Item, string Option)> Choice(ImmutableArray<ItemDefinition> items) =>
        from item in Gen.Int[0, items.Length - 1]
        from option in Gen.Int[0, items[item].Options.Length - 1]
        select (items[item].Id, items[item].Options[option].Id);

    /// <param name="items">May always be tested.</param>
    /// <param name="flags">How many flags may be tested.</param>
    /// <param name="paths">How many paths may be tested; none means neither path nor differs.</param>
    private static Gen<Condition> Conditions(ImmutableArray<ItemDefinition> items, int flags, int paths)
    {
        List<(int, Gen<Condition>)> leaves = [(1, Gen.Const((Condition)new AlwaysCondition())), (8, ItemTests(items))];
        if (flags > 0) leaves.Add((4, Gen.Int[0, flags - 1].Select(flag => (Condition)new FlagCondition($"f{flag}"))));
        if (paths > 0)
        {
            leaves.Add((4, Gen.Int[0, paths - 1].Array[1, paths].Select(some => (Condition)new PathCondition([.. some.Distinct().Select(path => $"p{path}")]))));
            leaves.Add((4, Choice(items).Select(choice => (Condition)new DiffersCondition(choice.Item, choice.Option))));
        }

        var leaf = Gen.Frequency([.. leaves]);
        return Nested(leaf, Nested(leaf, leaf));
    }

    private static Gen<Condition> Nested(Gen<Condition> leaf, Gen<Condition> part) => Gen.Frequency(
        (4, leaf),
        (2, part.Array[1, 3].Select(parts => (Condition)new AllCondition([.. parts]))),
        (2, part.Array[1, 3].Select(parts => (Condition)new AnyCondition([.. parts]))),
        (2, part.Select(one => (Condition)new NotCondition(one))));

    private static Gen<Condition> ItemTests(ImmutableArray<ItemDefinition> items) =>
        from item in Gen.Int[0, items.Length - 1]
        from options in Gen.Int[0, items[item].Options.Length - 1].Array[1, 2]
        select (Condition)new ItemCondition(items[item].Id, [.. options.Distinct().Select(option => $"o{option}")]);
}
