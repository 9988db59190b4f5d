using System.Collections.Immutable;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Agreement;

/// <summary>Which choices lead to a path, said as shortly as may be.</summary>
public sealed class WaysTests
{
    /// <summary>Up to four items of up to four options, each mix with any of up to four paths.</summary>
    private static readonly Gen<SplitResult> AnySplit =
        from sizes in Gen.Int[2, 4].Array[1, 4]
        from paths in Gen.Int[0, 3].Array[sizes.Aggregate(1, (all, size) => all * size)]
        where paths.Distinct().Skip(1).Any()
        select Split(sizes, paths);

    [Fact]
    public void Together_they_are_exactly_the_choices_that_lead_there() => AnySplit.Sample(
        split =>
        {
            foreach (var path in split.Paths)
            {
                var ways = Ways.To(path, split);
                var leading = split.Choices.Count(choice => choice.Paths.Contains(path));
                var covered = split.Choices.Where(choice => ways.Named.Any(way => Holds(way, choice))).ToList();
                Assert.All(covered, choice => Assert.Contains(path, choice.Paths));
                Assert.Equal(leading, covered.Count + ways.Others);
            }
        },
        iter: 300);

    [Fact]
    public void None_takes_an_answer_that_it_could_do_without() => AnySplit.Sample(
        split =>
        {
            foreach (var path in split.Paths)
                foreach (var way in Ways.To(path, split).Named)
                    for (var i = 0; i < way.Answers.Length; i++)
                    {
                        var shorter = new Way(way.Answers.RemoveAt(i));
                        Assert.Contains(split.Choices, choice => Holds(shorter, choice) && !choice.Paths.Contains(path));
                    }
        },
        iter: 300);

    [Fact]
    public void Of_very_many_choices_the_short_ways_are_named_and_the_rest_is_counted()
    {
        // Ten items of three: whoever takes the first option of the first item is there; of the rest every other one.
        var sizes = Enumerable.Repeat(3, 10).ToArray();
        var split = Split(sizes, [.. Enumerable.Range(0, 59049).Select(mix => mix % 3 == 0 ? 0 : mix / 3 % 2)]);
        var ways = Ways.To(0, split);
        Assert.Equal([(0, ImmutableArray.Create(0))], ways.Named[0].Answers.Select(answer => (answer.Decider, answer.Options)), Same);
        Assert.Equal(split.Choices.Count(choice => choice.Paths[0] == 0), ways.Others + split.Choices.Count(choice => ways.Named.Any(way => Holds(way, choice))));
    }

    private static bool Same((int Decider, ImmutableArray<int> Options) one, (int Decider, ImmutableArray<int> Options) other) =>
        one.Decider == other.Decider && one.Options.SequenceEqual(other.Options);

    private static bool Holds(Way way, SplitChoice choice) => way.Answers.All(answer => answer.Options.Contains(choice.Options[answer.Decider]));

    private static SplitResult Split(int[] sizes, int[] paths)
    {
        var choices = paths.Select((path, mix) =>
        {
            var options = ImmutableArray.CreateBuilder<int>();
            foreach (var size in sizes)
            {
                options.Add(mix % size);
                mix /= size;
            }

            return new SplitChoice(options.ToImmutable(), [path]);
        });
        return new SplitResult([.. paths.Distinct().Order()], [.. Enumerable.Range(0, sizes.Length)], [.. choices]);
    }
}
