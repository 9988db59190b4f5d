using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class UndoTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void Undo_takes_back_ones_own_newest_thing()
    {
        team.Says(Ann, "1b").Says(Ben, "1c").Says(Ann, "undo");
        team.Happened(new AnswerWithdrawn("frequency", "hourly") { Undoes = 2 });
        team.Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
    }

    [Fact]
    public void Undo_typed_again_takes_back_the_step_before_until_nothing_is_left()
    {
        team.Says(Ann, "1b").Says(Ann, "1c").Says(Ann, "undo");
        team.Replied(ReplyNature.Confirmation, "Undone: your answer to item 1 is “Moves every hour” again.");
        team.Says(Ann, "undo");
        team.Replied(ReplyNature.Confirmation, "Undone: your answer to item 1 is taken back.");
        team.Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
    }

    [Fact]
    public void Undo_typed_again_goes_back_over_all_kinds_of_doings()
    {
        team.Says(Ann, "rename First").Says(Ann, "2b").Says(Ann, "rename Second").Says(Ben, "2c");
        team.Says(Ann, "settle 2b").Says(Ann, "settle 2c");
        foreach (var undone in (string[])[
            "item 2 is settled on “Can wait minutes” again", "item 2 is no longer settled", "#1 is called First again", "your answer to item 2 is taken back",
            "#1 is called CRM to accounting again"])
        {
            team.Says(Ann, "undo");
            team.Replied(ReplyNature.Confirmation, $"Undone: {undone}.");
        }

        team.Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
    }

    [Fact]
    public void Undos_do_not_push_out_what_can_be_taken_back_next()
    {
        foreach (var answer in (string[])["1a", "2a", "3a", "4a", "5a", "6a", "1b", "2b"])
            team.Says(Ann, answer);
        for (var step = 0; step < 8; step++)
            team.Says(Ann, "undo").Replied(ReplyNature.Confirmation, "Undone: your answer to item");
        team.Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
        Assert.All(team.State.Items.Values, item => Assert.Empty(item.Answers));
    }

    [Fact]
    public void To_go_back_to_an_earlier_answer_by_hand_is_a_step_like_any_other()
    {
        team.Says(Ann, "1b").Says(Ann, "1c").Says(Ann, "1b");
        team.Says(Ann, "undo").Says(Ann, "undo");
        team.Happened(new Answered("frequency", "hourly", "nightly") { Undoes = 3 });
        team.Says(Ann, "undo");
        team.Happened(new AnswerWithdrawn("frequency", "hourly") { Undoes = 2 });
        team.Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
    }

    [Fact]
    public void To_take_back_somebody_elses_doing_is_a_doing_of_ones_own()
    {
        team.Says(Ann, "rename First").Taps(Ben, "Undo", on: team.Reply).Says(Ben, "undo");
        team.Happened(new Renamed("First", "CRM to accounting") { Undoes = 3 });
        team.Says(Ben, "undo");
        team.Refused("There is nothing of yours left to undo here.");
        team.Says(Ann, "undo");
        team.Happened(new Renamed("CRM to accounting", "First") { Undoes = 2 });
    }

    [Fact]
    public void What_was_taken_back_is_not_taken_back_again_when_an_earlier_undo_brought_the_same_about()
    {
        team.Says(Ann, "1c").Says(Ann, "1b").Says(Ann, "1c");
        var last = team.Reply;
        team.Says(Ann, "undo").Says(Ann, "undo").Taps(Ann, "Undo", on: last);
        team.Refused("Something newer stands on that");
    }

    [Fact]
    public void The_undo_of_a_changed_answer_brings_back_the_one_before()
    {
        team.Says(Ann, "1b").Says(Ann, "1 not sure").Says(Ann, "1c").Taps(Ann, "Undo", on: team.Reply);
        team.Happened(new Answered("frequency", Answers.NotSure, "nightly") { Undoes = 4 });
        team.Replied(ReplyNature.Confirmation, "Undone: your answer to item 1 is “Not sure” again.");
    }

    [Fact]
    public void Only_oneself_takes_back_ones_answer()
    {
        team.Says(Ann, "1b").Taps(Ben, "Undo", on: team.Reply);
        team.Refused("Only the person who answered can take an answer back.");
    }

    [Fact]
    public void What_something_newer_stands_on_is_not_undone()
    {
        team.Says(Ann, "1b");
        var first = team.Reply;
        team.Says(Ann, "1c").Taps(Ann, "Undo", on: first);
        team.Refused("Something newer stands on that, so it cannot be undone. Change it on the card instead.");
        team.Says(Ann, "rename First");
        var renamed = team.Reply;
        team.Says(Ben, "rename Second").Taps(Ann, "Undo", on: renamed);
        team.Refused("Something newer stands on that");
    }

    [Fact]
    public void A_second_tap_on_undo_changes_nothing_more()
    {
        team.Says(Ann, "1b");
        var reply = team.Reply;
        team.Taps(Ann, "Undo", on: reply).Taps(Ann, "Undo", on: reply);
        team.Refused("Something newer stands on that");
    }

    [Fact]
    public void What_is_long_ago_is_not_undone()
    {
        team.Says(Ann, "1b");
        var first = team.Reply;
        foreach (var answer in (string[])["2a", "2b", "2c", "2d", "3a", "3b", "3c", "4a"])
            team.Says(Ben, answer);
        team.Taps(Ann, "Undo", on: first);
        team.Refused("That is too long ago to undo. Change it on the card instead.");
        team.Says(Ann, "undo");
        team.Refused("Your answers here are too long ago to undo. Change them on the card instead.");
    }

    [Fact]
    public void Typed_after_finishing_undo_says_how_to_change_an_answer()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "undo");
        team.Refused("#1 is finished. Reopen it to change an answer");
    }

    [Fact]
    public void A_pin_is_undone_by_taking_it_out_of_the_register()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "undo");
        team.Happened(new Unpinned(1) { Undoes = 6 });
        team.Replied(ReplyNature.Confirmation, "Undone: #1 is no longer pinned.");
    }

    [Fact]
    public void A_pin_that_replaced_an_older_one_is_undone_by_pinning_that_again()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ann, "pin");
        team.Happened(new Pinned(2, Previous: 1));
        team.Says(Ann, "undo");
        team.Happened(new Pinned(1, Previous: 2) { Undoes = 10 });
        team.Replied(ReplyNature.Confirmation, "Undone: revision 1 of #1 is pinned again.");
    }

    [Fact]
    public void Unpin_on_the_card_of_a_revision_that_was_replaced_in_the_register_leaves_the_newer_one_there()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin");
        var first = team.Recommendation;
        team.Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ben, "pin").Taps(Chi, "Unpin", on: first);
        team.Refused("Revision 1 of #1 is not pinned any more, revision 2 is. Unpin that one instead.");
        team.Taps(Chi, "Unpin", on: team.Reply);
        team.Happened(new Unpinned(2));
    }

    [Fact]
    public void Taking_an_answer_back_leaves_the_confirmation_of_somebody_elses_newer_answer_on_the_card()
    {
        team.Says(Ann, "1a").Says(Ben, "2b").Says(Ann, "undo");
        team.Card.Shows("Last answer: Ben, item 2");
        team.Says(Ben, "undo");
        team.Card.Hides("Last answer");
    }

    [Fact]
    public void An_unpinning_is_undone_even_when_a_newer_revision_was_decided()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ben, "unpin");
        team.Happened(new Unpinned(1));
        team.Taps(Chi, "Undo", on: team.Reply);
        team.Happened(new Pinned(1) { Undoes = 10 });
        team.Replied(ReplyNature.Confirmation, "Undone: #1 is pinned again.");
    }

    [Fact]
    public void The_undo_button_names_the_right_event_when_lost_cards_are_posted_again_in_the_same_turn()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        team.Deletes(team.LivePost());
        team.Deletes(team.Posts[^1]);
        team.Says(Ben, "rename New title");
        team.Happened(new Renamed("New title", "CRM to accounting"), new RecommendationRepeated(1, 2), new CardMoved(2));
        team.Taps(Ben, "Undo", on: team.Reply);
        team.Happened(new Renamed("CRM to accounting", "New title") { Undoes = 6 });
    }

    [Fact]
    public void Undo_on_a_finished_assessment_does_not_reach_behind_the_finish()
    {
        team.Says(Ann, "rename Leads").Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "undo");
        team.NothingHappened();
        team.Refused("finished");
        Assert.Equal("Leads", team.State.Title);
        team.Says(Ann, "rename Sales").Says(Ann, "undo");
        Assert.Equal("Leads", team.State.Title);
    }

    [Fact]
    public void Of_several_assessments_undo_means_the_one_to_which_the_person_last_did_something()
    {
        team.Says(Ann, "start Other").Says(Ann, "1b #1").Says(Ben, "2b #1").Says(Ann, "cancel #2").Says(Ann, "undo");
        team.Happened(new Resumed() { Undoes = 2 });
        team.Says(Ben, "undo");
        team.Happened(new AnswerWithdrawn("delay", "minutes") { Undoes = 3 });
    }

    [Fact]
    public void Undo_right_after_a_finish_says_how_to_go_on_and_takes_nothing_back_elsewhere()
    {
        team.Says(Ann, "1b").Says(Ann, "start Other").Says(Ann, "1a 3a 6a #2").Says(Ann, "finish #2").Says(Ann, "undo");
        team.NothingHappened();
        team.Refused("#2 is finished");
    }

    [Fact]
    public void Undo_on_a_finished_assessment_leaves_what_was_pinned_before_it()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish").Says(Ann, "undo");
        team.NothingHappened();
        team.Refused("#1 is finished");
    }

    [Fact]
    public void Where_the_last_thing_cannot_be_taken_back_undo_does_not_turn_to_another_assessment()
    {
        team.Says(Ann, "1b").Says(Ann, "start Other").Says(Ann, "1a 3a 6a #2").Says(Ben, "finish #2").Says(Ann, "undo");
        team.NothingHappened();
        team.Refused("#2 is finished");
    }

    [Fact]
    public void After_a_start_undo_asks_which_assessment_is_meant()
    {
        team.Says(Ann, "1b").Says(Ann, "start Other").Says(Ann, "undo");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Which assessment do you mean?");
    }

    [Fact]
    public void Undo_takes_back_nothing_that_somebody_else_did_again_since()
    {
        team.Says(Ann, "rename Ledger").Says(Ben, "rename Books").Says(Ben, "rename Ledger").Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
        team.Says(Ann, "cancel").Says(Ben, "reopen").Says(Ben, "cancel").Says(Ann, "undo");
        team.Refused("#1 was cancelled.");
        team.Says(Ben, "undo").Says(Ben, "1a 2a 3a 5a 6a").Says(Ann, "finish").Says(Ann, "pin").Says(Ben, "unpin").Says(Ben, "pin").Says(Ann, "undo");
        team.Refused("#1 is finished.");
        team.Says(Ann, "reopen");
        var reopened = team.Reply;
        team.Says(Ann, "undo").Says(Ben, "reopen").Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo here.");
        team.Taps(Ann, "Undo", on: reopened);
        team.Refused("Something newer stands on that, so it cannot be undone.");
        team.Says(Ben, "undo");
        team.Replied(ReplyNature.Confirmation, "Undone: revision 1 of #1 stands again.");
    }

    [Fact]
    public void Where_nothing_is_left_and_several_assessments_are_open_the_one_is_named()
    {
        team.Says(Ann, "1b").Says(Ann, "start Payroll").Says(Ann, "#2 1a").Says(Ann, "undo").Says(Ann, "undo");
        team.Refused("There is nothing of yours left to undo in #2 Payroll.");
        team.Says(Ann, "#1 undo");
        team.Replied(ReplyNature.Confirmation, "Undone in #1 CRM to accounting: your answer to item 1 is taken back.");
    }
}
