using System.Globalization;
using ChecklistBot.Assessments.Commands;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>What the grammar makes of a line, written so that a test can compare it at a glance.</summary>
internal static class Reading
{
    /// <summary>For example <c>finish #3</c>, <c>answers 1b 2c</c>, <c>start: CRM to accounting</c>.</summary>
    public static string Of(string line)
    {
        var instruction = Checklists.BuiltIn.Grammar.Read(line);
        var text = Of(instruction.Command);
        return instruction.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"{text} #{number}") : text;
    }

    private static string Of(Command command) => command switch
    {
        Start start => "start: " + (start.Title?.Text ?? "(none)"),
        Rename rename => "rename: " + (rename.Title?.Text ?? "(none)"),
        AnswerItems answers => $"answers {string.Join(" ", answers.Phrases.Select(Of))}".TrimEnd(),
        Settle { Phrase: { } phrase } => "settle " + Of(phrase),
        Settle => "settle ?",
        Go go => string.Create(CultureInfo.InvariantCulture, $"go {go.Position}"),
        ListAll { Csv: true } => "list csv",
        ListAll list => $"list {string.Join('+', list.Words)}".TrimEnd(),
        Help help => help.Topic is { } topic ? $"help: {topic}" : "help",
        Finish { WithoutAgreement: true } => "finish anyway",
        ChangePace pace => pace.Pace.ToString().ToLowerInvariant(),
        NotUnderstood said => $"unknown {said.Word}, near {said.Nearest ?? "nothing"}",
        ForgetMe => "forget me",
        WhatIfAsked => "what if",
        ShowPinned => "pinned",
        ShowStatus => "status",
        _ => command.GetType().Name.ToLowerInvariant(),
    };

    private static string Of(AnswerPhrase phrase) => phrase switch
    {
        PlacePhrase { Choice: PlacePhrase.NotSure } place => $"{Item(place.Position)}?",
        PlacePhrase { Choice: PlacePhrase.NoChoice } place => $"{Item(place.Position)}none",
        PlacePhrase { Choice: PlacePhrase.Unsaid } place => $"{Item(place.Position)}alone",
        PlacePhrase place => Item(place.Position) + (char)('a' + place.Choice - 1),
        WordPhrase word => string.Join('|', word.Candidates.Select(candidate =>
            Checklists.BuiltIn.Compiled.Definition.Items[candidate.Item] is var item ? $"{item.Id}={item.Options[candidate.Option].Id}" : "")),
        _ => throw new InvalidOperationException($"No text is written for {phrase.GetType().Name}."),
    };

    private static string Item(int? position) => position is { } known ? known.ToString(CultureInfo.InvariantCulture) : "focus ";
}
