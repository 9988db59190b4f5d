using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Views;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Properties;

/// <summary>What holds for every card of every conversation.</summary>
public sealed class CardLintTests
{
    private static readonly ImmutableDictionary<string, string> AnyAnswers =
        ImmutableDictionary.CreateRange([KeyValuePair.Create("frequency", "hourly"), KeyValuePair.Create("colour", "red"), KeyValuePair.Create("delay", "")]);

    private static readonly Gen<(Checklists Checklist, RandomCommands.Step[] Steps)> Any =
        from compiled in Gen.Frequency((1, Gen.Const(Checklists.BuiltIn.Compiled)), (1, OtherChecklists.Any))
        let checklist = Checklists.With(compiled)
        from steps in RandomCommands.Conversation(compiled.Definition)
        select (checklist, steps);

    [Fact]
    public void Every_card_of_every_conversation_is_sound_and_every_button_of_it_leads_somewhere() => Any.Sample(
        sample =>
        {
            var conversation = RandomCommandConversation.Play(sample.Checklist.Compiled, sample.Steps);
            var view = RandomCommandConversation.View(sample.Checklist.Compiled);
            foreach (var turn in conversation.Turns.TakeLast(3))
            {
                foreach (var content in RandomCommandConversation.Messages(turn.After))
                    AssertSound(CardViews.Draw(content, turn.After, view), sample.Checklist);
                if (turn.Decision.Reply?.Content is NoticeContent notice)
                    AssertSound(notice.Card, sample.Checklist);
            }

            AssertSound(RegisterCards.List([Summarised.Of(conversation.State, [])], new ListAll([], false, null), TimeZoneInfo.Utc), sample.Checklist);
            Assert.StartsWith("number,", AssessmentCsv.Write([Summarised.Of(conversation.State, [])]), StringComparison.Ordinal);
        },
        iter: 400);

    [Fact]
    public void Every_command_with_a_button_reads_back_as_it_was_written()
    {
        var id = RandomCommandConversation.Id;
        AssessmentCommand[] commands =
        [
            new FocusOn("delay"), new Back("delay"), new Next("delay"), new SettleById("delay", "hours"), new Finish(false), new Finish(true), new Reopen(),
            new Cancel(), new Pin(2), new Pin(), new Unpin(), new Export(), new Export(2), new ShowStatus(),
            new ChangePace(Pace.Hold), new ChangePace(Pace.Quick), new Undo(7), new Undo(null),
        ];
        Assert.All(commands, command => Assert.Equal(new Instruction(command, Id: id), CardAction.Read(CardAction.Of(id, command), null, Checklists.BuiltIn.Grammar)));
        var answer = CardAction.Read(CardAction.Of(id, new AnswerByIds([KeyValuePair.Create("delay", "hours")])), null, Checklists.BuiltIn.Grammar);
        Assert.Equal([KeyValuePair.Create("delay", "hours")], Assert.IsType<AnswerByIds>(answer!.Command).Answers);
        var rename = CardAction.Read(CardAction.Of(id, new Rename(null)), "New title", Checklists.BuiltIn.Grammar);
        Assert.Equal("New title", Assert.IsType<Rename>(rename!.Command).Title?.Text);
    }

    [Fact]
    public void The_longest_ids_still_fit_a_button()
    {
        var longest = new string('x', 64);
        Assert.True(CardAction.Of(RandomCommandConversation.Id, new SettleById(longest, longest)).Length <= CardAction.MaxLength);
    }

    [Fact]
    public void No_action_that_comes_back_throws() => Gen.OneOf(
        Gen.Char.Array[0, 80].Select(chars => new string(chars)),
        Gen.Select(Pick.From("a", "f", "b", "n", "set", "fin", "pin", "undo", "say", "list", "help", "more", "all", "pace", "name", "forget", "pinned"),
                Pick.From(RandomCommandConversation.Id.ToString(), "AAAAAAAAAAAAAAAAAAAAA", "", "AAAAAAAAAAAAAAAAAAAA==", "    "),
                Gen.Char[' ', '\u017F'].Array[0, 30])
            .Select((verb, id, rest) => $"{verb}~{id}~{new string(rest)}"),
        Gen.Char.Array[590, 620].Select(chars => new string(chars))).Sample(
        action =>
        {
            var instruction = CardAction.Read(action, action, Checklists.BuiltIn.Grammar);
            _ = CardAction.AssessmentOf(action);
            Assert.Equal(CardAction.OpeningOf(action), FormAction.Read(action, AnyAnswers, Checklists.BuiltIn.Compiled)?.Id);
            if (instruction is { Command: AssessmentCommand })
                Assert.Equal(CardAction.AssessmentOf(action), instruction.Id);
        },
        iter: 10_000);

    [Fact]
    public void A_kept_line_reads_back_for_the_assessment_it_was_asked_about() => Gen.Char.Array[0, 150].Select(chars => PlainText.OneLine("rename " + new string(chars))).Sample(
        line =>
        {
            if (CardAction.Typed(RandomCommandConversation.Id, line) is not { } action)
                return;
            var kept = CardAction.Read(action, null, Checklists.BuiltIn.Grammar)!;
            Assert.Equal(Checklists.BuiltIn.Grammar.Read(line).Command, kept.Command);
            Assert.Equal((RandomCommandConversation.Id, (int?)null), (kept.Id!.Value, kept.Number));
        },
        iter: 2_000);

    [Fact]
    public void A_form_is_sound_in_every_conversation() => Any.Sample(
        sample =>
        {
            var state = RandomCommandConversation.Play(sample.Checklist.Compiled, sample.Steps).State;
            var form = FormView.Draw(state, sample.Checklist.Compiled, 1);
            Assert.Equal(state.Id, CardAction.OpeningOf(form.Action));
            Assert.Equal(sample.Checklist.Compiled.Definition.Items.Length, form.Items.Length);
            Assert.All(form.Items, item => Assert.True(item.Selected is null || item.Options.Any(option => option.OptionId == item.Selected)));
        },
        iter: 100);

    private static void AssertSound(Card card, Checklists checklist)
    {
        Assert.NotEmpty(card.Blocks);
        Assert.NotEqual("", card.Summary.Trim());
        foreach (var block in card.Blocks)
            AssertSound(block);
        foreach (var button in card.AllButtons())
            AssertSound(button, checklist);
    }

    private static void AssertSound(CardBlock block)
    {
        switch (block)
        {
            case TextBlock text:
                Assert.Equal(PlainText.OneLine(text.Text), text.Text);
                Assert.NotEqual("", text.Text);
                break;
            case ProgressBlock progress:
                Assert.InRange(progress.Done, 0, progress.Total);
                break;
            case FlagsBlock flags:
                Assert.NotEmpty(flags.Labels);
                break;
            case ButtonsBlock row:
                Assert.InRange(row.Buttons.Length, 1, 5);
                break;
            case SectionBlock section:
                Assert.NotEmpty(section.Lines);
                Assert.All(section.Lines, line => Assert.NotEqual("", line.Trim()));
                break;
            case ItemLineBlock line:
                Assert.NotEmpty(line.Choices);
                Assert.All(line.Choices, choice => Assert.InRange(choice.People.Names.Length, 1, NameList.Most));
                Assert.All(line.Choices, choice => Assert.Equal(choice.Count, choice.People.Names.Length + choice.People.More));
                break;
            case FocusBlock focus:
                Assert.Equal(Answers.NotSure, focus.Options[^1].OptionId);
                Assert.Equal(focus.Options.Length, focus.Options.Select(option => option.Action).Distinct().Count());
                break;
        }
    }

    private static void AssertSound(CardButton button, Checklists checklist)
    {
        Assert.InRange(button.Label.Length, 1, 75);
        Assert.True(button.Action.Length is > 0 and <= CardAction.MaxLength, button.Action);
        Assert.True(button.Action.All(letter => char.IsAscii(letter) && !char.IsWhiteSpace(letter) && !char.IsControl(letter)), button.Action);
        if (button.OpensForm || !button.Menu.IsEmpty)
        {
            Assert.NotNull(CardAction.OpeningOf(button.Action));
            return;
        }

        var instruction = CardAction.Read(button.Action, button.Input?.Value, checklist.Grammar);
        Assert.NotNull(instruction);
        if (instruction.Command is AssessmentCommand)
            Assert.Equal(RandomCommandConversation.Id, instruction.Id);
        if (button.Style == ButtonStyle.Danger && instruction.Command is AssessmentCommand)
            Assert.NotNull(button.Confirmation);
    }
}
