using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>Everything that the answers of a team say together: where it agrees, where a difference matters, what is left to ask.</summary>
public sealed class TeamPicture
{
    private readonly Lazy<ImmutableArray<int>> matters;

    private TeamPicture(CompiledChecklist checklist, ImmutableArray<ItemPicture> items)
    {
        Checklist = checklist;
        Items = items;
        var team = checklist.Empty;
        foreach (var item in items)
            if (item.Team is { } option)
                team = checklist.With(team, item.Index, option);
        Team = team;
        Spread = IsSplit(items) ? checklist.Between([.. items.Select(item => item.Candidates)]).Paths : checklist.Reachable(team);
        matters = new Lazy<ImmutableArray<int>>(FindMatters);
    }

    public CompiledChecklist Checklist { get; }

    /// <summary>One an item, in the file's order.</summary>
    public ImmutableArray<ItemPicture> Items { get; }

    /// <summary>The team answers; tied and open items are left open.</summary>
    public AnswerSet Team { get; }

    /// <summary>The paths that some mix of the chosen options leads to, open items left open.</summary>
    public ImmutableArray<int> Spread { get; }

    /// <summary>The one path that every mix leads to; null while there are several.</summary>
    public int? SettledPath => Spread is [var path] ? path : null;

    /// <summary>Items with an option chosen by somebody.</summary>
    public int AnsweredCount => Items.Count(item => item.State != ItemLineState.Open);

    /// <summary>Open items that can still change the path in some mix of the chosen options, in item order.</summary>
    public ImmutableArray<int> Matters => matters.Value;

    /// <summary>The items that nobody has chosen an option for, in item order.</summary>
    public IEnumerable<ItemPicture> Open => Items.Where(item => item.State == ItemLineState.Open);

    /// <summary>Whether an item is open and no longer changes the path, whatever is answered: it is asked for the record.</summary>
    public bool IsForTheRecord(ItemPicture item) => item.State == ItemLineState.Open && !Matters.Contains(item.Index);

    /// <summary>Draws the picture from the present state.</summary>
    public static TeamPicture Of(Assessment state, CompiledChecklist checklist)
    {
        var definitions = checklist.Definition.Items;
        var items = ImmutableArray.CreateBuilder<ItemPicture>(definitions.Length);
        for (var i = 0; i < definitions.Length; i++)
            items.Add(ItemPicture.Of(i, definitions[i], state.Item(definitions[i].Id)));
        return new TeamPicture(checklist, items.MoveToImmutable());
    }

    /// <summary>The item to ask after this one: the first open one that can still change the path; when none can, the first open one
    /// for the record; when none is open, the next in order. An open item that is passed over is not asked again at once.</summary>
    /// <param name="from">Index of the item in focus.</param>
    public int NextAfter(int from)
    {
        var passedOver = Items[from].State == ItemLineState.Open;
        foreach (var wanted in (IEnumerable<int>[])[Matters, Open.Select(item => item.Index)])
        {
            var others = wanted.Where(index => index != from).ToArray();
            if (others.Length > 0)
                return passedOver ? others.FirstOrDefault(index => index > from, others[0]) : others[0];
        }

        return (from + 1) % Items.Length;
    }

    private static bool IsSplit(ImmutableArray<ItemPicture> items) => items.Any(item => item.State is ItemLineState.Split or ItemLineState.Tied);

    private ImmutableArray<int> FindMatters()
    {
        if (!IsSplit(Items))
            return Checklist.Matters(Team);
        var found = new SortedSet<int>();
        foreach (var mix in Mixes.Of(Checklist, Items))
            found.UnionWith(Checklist.Matters(mix));
        return [.. found];
    }
}
