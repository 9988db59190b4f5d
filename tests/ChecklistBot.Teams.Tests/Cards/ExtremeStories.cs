using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>What a large team with long names does with an extreme checklist, and each state on the way.</summary>
internal static class ExtremeStories
{
    /// <summary>Few items of many options, many of few, long texts of one byte a unit to twelve in JSON, many flags, cautions and paths.</summary>
    public static Gen<(int Items, int Options, int Extras, string Filler, int Length)> Shapes { get; } = Gen.Select(
        Any((1, 1), (1, 26), (1, 300), (2, 100), (3, 40), (4, 16), (6, 6), (8, 3), (10, 2), (16, 1)),
        Any(1, 8, 40, 200),
        Any("word ", "界", "😀", "\"", "&", "*", "👩‍👩‍👧‍👦"),
        Any(4, 30, 200, 1000, 6000),
        (size, extras, filler, length) => (size.Item1, size.Item2, extras, filler, Shortened(size.Item1 * (size.Item2 + 2), extras, filler, length)));

    /// <summary>After each step, the story so far.</summary>
    public static IEnumerable<Story> Of(CompiledChecklist checklist, string filler, int seed)
    {
        var random = new PCG(7, (ulong)(uint)seed);
        var story = new Story(string.Concat(Enumerable.Repeat(filler, 80)), Person(filler, 0), Pace.Hold, checklist);
        yield return story;
        for (var step = 0; step < 16; step++)
        {
            var person = Person(filler, (int)random.Next(12));
            // Some answer everything at once, so that there is a recommendation with all that can stand in one.
            yield return step is 5 or 11 ? story.Does(person, AllAnswers(checklist, random)) : story.Does(person, Any(checklist, random));
        }

        yield return story.Does(Person(filler, 1), new Finish(WithoutAgreement: false));
        yield return story.Does(Person(filler, 1), new Finish(WithoutAgreement: true));
        yield return story.Does(Person(filler, 1), new Pin(null));
    }

    private static Gen<T> Any<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static AnswerByIds AllAnswers(CompiledChecklist checklist, PCG random) => new(
        [.. checklist.Definition.Items.Select(item => KeyValuePair.Create(item.Id, item.Options[random.Next(3) == 0 ? 0 : (int)random.Next((uint)item.Options.Length)].Id))]);

    private static AssessmentCommand Any(CompiledChecklist checklist, PCG random)
    {
        var item = checklist.Definition.Items[(int)random.Next((uint)checklist.Definition.Items.Length)];
        var option = item.Options[(int)random.Next((uint)item.Options.Length)].Id;
        return random.Next(14) switch
        {
            0 => new Finish(WithoutAgreement: false),
            1 => new Finish(WithoutAgreement: true),
            2 => new Reopen(),
            3 => new SettleById(item.Id, option),
            4 => new FocusOn(item.Id),
            5 => new AnswerByIds([KeyValuePair.Create(item.Id, Answers.NotSure)]),
            _ => new AnswerByIds([KeyValuePair.Create(item.Id, option)]),
        };
    }

    private static string Person(string filler, int number) => string.Create(CultureInfo.InvariantCulture, $"{number} {string.Concat(Enumerable.Repeat(filler, 60))}");

    /// <summary>So that all of it fits into a file.</summary>
    private static int Shortened(int texts, int extras, string filler, int length)
    {
        var bytes = JsonEncodedText.Encode(filler, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length;
        var all = texts + (extras * 5) + 5;
        return Math.Max(1, Math.Min(length, (((1_000_000 - (all * 500)) / all) - bytes) * filler.Length / bytes));
    }
}
