using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>A form stays open for minutes, and its owner may answer elsewhere meanwhile.</summary>
public sealed class FormTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting").Says(Ben, "1a 2 not sure");

    [Fact]
    public void What_is_left_alone_in_a_form_does_not_take_back_a_newer_answer()
    {
        var form = team.FormOf(Ben);
        team.Says(Ben, "1c 2a").Submits(Ben, form, ("error-cost", "high"));
        team.Happened(new Answered("error-cost", "high", null));
        team.Replied(ReplyNature.Confirmation, "Your answer: item 3,");
    }

    [Fact]
    public void What_is_taken_back_while_a_form_is_open_stays_taken_back()
    {
        var form = team.FormOf(Ben);
        team.Says(Ben, "undo").Submits(Ben, form, ("error-cost", "high"));
        team.Happened(new Answered("error-cost", "high", null));
    }

    [Fact]
    public void A_form_in_which_all_was_left_alone_says_which_answers_stand()
    {
        team.Submits(Ben, team.FormOf(Ben));
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Your answers: item 1, Moves in real time; item 2, Not sure. You had already said so.");

        var form = team.FormOf(Ben);
        team.Says(Ben, "1c").Submits(Ben, form);
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Your answers: item 1, Moves every night; item 2, Not sure. You had already said so.");

        team.Submits(Chi, team.FormOf(Chi));
        team.Refused("No answer was chosen in the form, so nothing has changed.");
    }

    [Fact]
    public void A_form_with_one_answer_that_stood_already_says_so()
    {
        team.Says(Chi, "1a").Submits(Chi, team.FormOf(Chi));
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Your answer: item 1, Moves in real time. You had already said so.");
    }

    [Theory]
    [InlineData("~00000000~1.n.0.0.0.0")]
    [InlineData("~~")]
    [InlineData("")]
    public void A_form_that_does_not_say_what_it_was_filled_with_counts_as_it_came(string filling)
    {
        var form = team.FormOf(Ben) with { Action = CardAction.Form(team.State.Id) + filling };
        team.Says(Ben, "1c").Submits(Ben, form);
        team.Happened(new Answered("frequency", "real-time", "nightly"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1.n.0.0.0.0.7.9")]
    [InlineData("1.x.-3.99999999999999999999..")]
    public void A_damaged_filling_keeps_nothing_from_being_sent_but_what_equals_it(string filling)
    {
        var form = team.FormOf(Ben);
        var action = form.Action[..(form.Action.LastIndexOf('~') + 1)] + filling;
        team.Submits(Ben, form with { Action = action }, ("delay", "seconds"));
        team.Happened(new Answered("delay", "seconds", Answers.NotSure));
    }
}
