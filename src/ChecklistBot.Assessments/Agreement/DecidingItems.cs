using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Agreement;

/// <summary>What decides between the paths that are left, in words and buttons.</summary>
internal static class DecidingItems
{
    /// <summary>So many ways to a path can be read aloud.</summary>
    internal const int MostWays = 3;

    /// <summary>Which items decide, where each choice leads, and whose knowledge is missing.</summary>
    /// <param name="picture">The team's answers.</param>
    /// <param name="split">The fewest items that decide.</param>
    /// <param name="names">Null leaves people out.</param>
    public static ImmutableArray<string> Sentences(TeamPicture picture, SplitResult split, Names? names)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        if (split.Deciders is [var decider])
            lines.Add(Alone(picture, picture.Items[decider], split, names));
        else
            lines.AddRange(Together(picture, split));
        foreach (var item in split.Deciders.Select(index => picture.Items[index]))
            if (Missing(item, names) is { } missing)
                lines.Add(missing);
        return lines.ToImmutable();
    }

    /// <summary>Settles a split, answers an open item, or finishes without agreement.</summary>
    public static ImmutableArray<CardButton> Buttons(Assessment state, TeamPicture picture, SplitResult split)
    {
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        var severalDiffer = split.Deciders.Count(index => picture.Items[index].State != ItemLineState.Open) > 1;
        foreach (var item in split.Deciders.Select(index => picture.Items[index]))
        {
            if (item.State != ItemLineState.Open)
                buttons.AddRange(item.Candidates.Select(option =>
                    Cards.Buttons.Settle(state, item.Definition, item.Definition.Options[option], severalDiffer ? item.Position : null)));
            else if (item.Definition.Id != state.FocusItem)
                buttons.Add(Cards.Buttons.Focus(state, item.Definition, item.Position));
        }

        buttons.Add(Cards.Buttons.FinishAnyway(state));
        return buttons.ToImmutable();
    }

    private static string Alone(TeamPicture picture, ItemPicture item, SplitResult split, Names? names)
    {
        var choices = split.Choices.Select(choice =>
            $"“{item.Definition.Options[choice.Options[0]].Label}”{Who(item, choice.Options[0], names)} leads to {Paths(picture, choice.Paths)}");
        return $"Item {item.Position} decides: {string.Join("; ", choices)}.";
    }

    private static IEnumerable<string> Together(TeamPicture picture, SplitResult split)
    {
        yield return $"{Wording.Sentence(Wording.Items([.. split.Deciders.Select(index => index + 1)]))} decide together.";
        foreach (var path in split.Paths)
        {
            var ways = Ways.To(path, split);
            yield return Wording.Hangs(
                picture.Checklist.Definition.Paths[path].Label,
                [.. ways.Named.Select(way => way.Answers.Select(answer => Named(picture.Items[split.Deciders[answer.Decider]], answer.Options)).ToList())],
                ways.Others,
                MostWays);
        }
    }

    private static (int Position, string Label) Named(ItemPicture item, ImmutableArray<int> options) =>
        (item.Position, Wording.Either([.. options.Select(option => item.Definition.Options[option].Label)]));

    private static string? Missing(ItemPicture item, Names? names)
    {
        if (item.State != ItemLineState.Open)
            return null;
        if (item.NotSure.IsEmpty)
            return $"Nobody has answered item {item.Position} yet: {item.Definition.Question}";
        var who = names is null ? Wording.People(item.NotSure.Length) : NameLists.Of(item.NotSure, names).ToString();
        return $"Item {item.Position} needs someone who knows: {item.Definition.Question} Not sure so far: {who}.";
    }

    private static string Who(ItemPicture item, int option, Names? names)
    {
        if (item.Choices.FirstOrDefault(choice => choice.Option == option) is not { } tally)
            return "";
        return names is null ? $" ({Wording.People(tally.People.Length)})" : $" ({NameLists.Of(tally.People, names)})";
    }

    private static string Paths(TeamPicture picture, ImmutableArray<int> paths) =>
        Wording.Paths([.. paths.Select(path => picture.Checklist.Definition.Paths[path].Label)]);
}
