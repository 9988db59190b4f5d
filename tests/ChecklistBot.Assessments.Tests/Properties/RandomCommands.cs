using System.Collections.Immutable;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Rules;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Properties;

/// <summary>Commands by chance, sensible and not.</summary>
internal static class RandomCommands
{
    /// <summary>A step of a conversation: who does what, after how long, and what somebody deletes before it.</summary>
    /// <remarks>An undo counts back from the newest event, so that it often names one that can be undone.</remarks>
    public sealed record Step(Person Person, AssessmentCommand Command, int Seconds, bool Tapped, bool LosesCard, bool LosesRecommendation);

    public static Gen<Step[]> Conversation(ChecklistDefinition checklist) => Steps(checklist).Array[0, 80];

    private static Gen<Step> Steps(ChecklistDefinition checklist) => Gen.Select(
        Gen.Int[0, 4],
        Any(checklist),
        Gen.Int[0, 9],
        Gen.Bool,
        Gen.Int[0, 30],
        (person, command, seconds, tapped, luck) => new Step(People.Many(5)[person], command, seconds, tapped, luck == 0, luck == 1));

    private static Gen<AssessmentCommand> Any(ChecklistDefinition checklist)
    {
        var items = checklist.Items.Select(item => item.Id).Append("nowhere").ToArray();
        var position = Gen.Int[-1, checklist.Items.Length + 1];
        var choice = Gen.Int[PlacePhrase.Unsaid, 6];
        var candidates = Gen.Select(Gen.Int[0, checklist.Items.Length - 1], Gen.Int[0, 99])
            .Select((item, option) => new ItemOption(item, option % checklist.Items[item].Options.Length));
        Gen<AnswerPhrase> phrase = Gen.OneOf(
            Gen.Select(position, Gen.Bool, choice).Select((place, named, option) => (AnswerPhrase)new PlacePhrase("x", named ? place : null, option)),
            candidates.Array[1, 2].Select(options => (AnswerPhrase)new WordPhrase("x", [.. options.Distinct()])));
        var byIds =
            from item in Pick.From(checklist.Items.ToArray())
            from option in Pick.From([.. item.Options.Select(option => option.Id), Answers.NotSure])
            select KeyValuePair.Create(item.Id, option);
        return Gen.Frequency(
            (40, byIds.Select(Of)),
            (4, phrase.Array[0, 3].Select(phrases => (AssessmentCommand)new AnswerItems([.. phrases]))),
            (1, byIds.Array[0, 3].Select(answers => (AssessmentCommand)new AnswerByIds([.. answers]))),
            (1, Gen.Select(Pick.From(items), Pick.From("nothing", Answers.NotSure)).Select((item, option) => Of(KeyValuePair.Create(item, option)))),
            (2, Pick.From(items).Select(item => (AssessmentCommand)new Back(item))),
            (2, Pick.From([.. items, null]).Select(item => (AssessmentCommand)new Next(item))),
            (1, position.Select(place => (AssessmentCommand)new Go(place))),
            (1, Pick.From(items).Select(item => (AssessmentCommand)new FocusOn(item))),
            (6, byIds.Select(answer => (AssessmentCommand)new SettleById(answer.Key, answer.Value))),
            (1, phrase.Select(one => (AssessmentCommand)new Settle(one))),
            (8, Gen.Int[0, 6].Select(back => (AssessmentCommand)new Undo(back == 0 ? null : back))),
            (6, Gen.Bool.Select(anyway => (AssessmentCommand)new Finish(anyway))),
            (2, Pick.From(new Title?[] { Title.From("Next title"), Title.From("Another"), null }).Select(title => (AssessmentCommand)new Rename(title))),
            (9, Pick.From<AssessmentCommand>(
                new Reopen(), new Reopen(), new Reopen(), new Cancel(), new Pin(), new Pin(1), new Pin(2), new Unpin(), new Export(), new Export(1), new Why(), new WhatIfAsked(), new ShowStatus(),
                new Settle(null), new ChangePace(Pace.Hold), new ChangePace(Pace.Quick))));
    }

    private static AssessmentCommand Of(KeyValuePair<string, string> answer) => new AnswerByIds([answer]);

    /// <summary>The kinds of command that some step may be; a test compares it with all there are.</summary>
    public static ImmutableArray<Type> Kinds =>
    [
        typeof(AnswerByIds), typeof(AnswerItems), typeof(Back), typeof(Cancel), typeof(ChangePace), typeof(Export), typeof(Finish), typeof(FocusOn), typeof(Go),
        typeof(Next), typeof(Pin), typeof(Rename), typeof(Reopen), typeof(Settle), typeof(SettleById), typeof(ShowStatus), typeof(Undo), typeof(Unpin),
        typeof(WhatIfAsked), typeof(Why),
    ];
}
