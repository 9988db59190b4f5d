using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class MovingTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start");

    [Fact]
    public void In_a_channel_an_item_stays_in_focus_until_someone_presses_next()
    {
        team.Taps(Ann, "Moves every hour").Taps(Ben, "Moves every night");
        Assert.Equal("frequency", team.State.FocusItem);
        team.Card.Shows("[Next · 2 answered]");
        team.Taps(Chi, "Next");
        team.Happened(new FocusMoved("delay"));
        team.SaidNothing();
    }

    [Fact]
    public void In_a_personal_chat_it_moves_on_after_the_answer()
    {
        var alone = new Conversation(kind: ConversationKind.Personal).Says(Ann, "start");
        alone.Says(Ann, "2");
        alone.Happened(new Answered("frequency", "hourly", null), new FocusMoved("delay"));
        alone.Taps(Ann, "Undo", on: alone.Reply);
        alone.Happened(new AnswerWithdrawn("frequency", "hourly") { Undoes = 2 }, new FocusMoved("frequency"));
        alone.Says(Ann, "3").Says(Ann, "go 1").Says(Ann, "go 2").Says(Ann, "5a");
        alone.Happened(new Answered("ownership", "clear", null));
    }

    [Fact]
    public void Undo_typed_again_moves_the_card_back_once_more()
    {
        var alone = new Conversation(kind: ConversationKind.Personal).Says(Ann, "start").Says(Ann, "b").Says(Ann, "c").Says(Ann, "a");
        foreach (var item in (string[])["ownership", "delay", "frequency"])
        {
            alone.Says(Ann, "undo");
            Assert.Equal(item, alone.State.FocusItem);
        }

        alone.Says(Ann, "b").Says(Ann, "5b").Says(Ann, "undo").Says(Ann, "undo");
        Assert.Equal("delay", alone.State.FocusItem);
        alone.Says(Ann, "go 6").Says(Ann, "1b").Says(Ann, "a").Says(Ann, "undo").Says(Ann, "undo");
        Assert.Equal("maintenance", alone.State.FocusItem);
    }

    [Fact]
    public void An_undo_leaves_the_card_where_it_is_once_something_else_was_answered()
    {
        var alone = new Conversation(kind: ConversationKind.Personal).Says(Ann, "start").Says(Ann, "2");
        var first = alone.Reply;
        alone.Says(Ann, "3a").Taps(Ann, "Undo", on: first);
        alone.Happened(new AnswerWithdrawn("frequency", "hourly") { Undoes = 2 });
    }

    [Fact]
    public void An_undo_does_not_move_the_card_where_the_answer_did_not()
    {
        var alone = new Conversation(kind: ConversationKind.Personal).Says(Ann, "start").Says(Ann, "1b").Says(Ann, "5b").Says(Ann, "undo");
        alone.Happened(new AnswerWithdrawn("ownership", "messy") { Undoes = 4 });
    }

    [Fact]
    public void It_moves_on_for_whoever_has_something_left_though_others_have_not()
    {
        team.Says(Ann, "1b 2c 3b 4a 5a 6a").Says(Ben, "quick").Says(Ben, "go 1").Says(Ben, "a");
        team.Happened(new Answered("frequency", "real-time", null), new FocusMoved("delay"));
    }

    [Fact]
    public void With_nothing_left_to_answer_the_card_stays_where_it_is()
    {
        var alone = new Conversation(kind: ConversationKind.Personal).Says(Ann, "start").Says(Ann, "1a 2a 3a 4a 5a").Says(Ann, "go 6").Says(Ann, "a");
        alone.Happened(new Answered("maintenance", "yes", null));
        alone.Says(Ann, "b");
        alone.Happened(new Answered("maintenance", "no", "yes"));
    }

    [Fact]
    public void More_switches_between_hold_and_quick_and_so_do_the_words()
    {
        team.Taps(Ben, "Quick");
        team.Happened(new PaceChanged(Pace.Quick));
        team.Replied(ReplyNature.Confirmation, "Quick: the card moves on after each answer.");
        team.Taps(Ben, "Moves every hour");
        team.Happened(new Answered("frequency", "hourly", null), new FocusMoved("delay"));
        team.Says(Ann, "hold");
        team.Happened(new PaceChanged(Pace.Hold));
        team.Says(Ann, "hold");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Hold: an item stays until someone presses Next.");
        Assert.Contains(team.Card.AllButtons(), button => button.Label == "Quick");
        Assert.DoesNotContain(team.Card.AllButtons(), button => button.Label == "Hold");
    }

    [Fact]
    public void Two_people_who_press_next_on_the_same_card_move_it_once()
    {
        var card = team.Card;
        team.Taps(Ann, "Next", on: card);
        team.Happened(new FocusMoved("delay"));
        team.Taps(Ben, "Next", on: card);
        team.NothingHappened();
        Assert.Equal("delay", team.State.FocusItem);
    }

    [Fact]
    public void Two_people_who_press_back_on_the_same_card_move_it_once()
    {
        team.Says(Ann, "go 5");
        var card = team.Card;
        team.Taps(Ann, "Back", on: card).Taps(Ben, "Back", on: card);
        team.NothingHappened();
        Assert.Equal("reach", team.State.FocusItem);
    }

    [Fact]
    public void The_next_item_is_the_first_open_one_that_can_still_change_the_path()
    {
        team.Says(Ann, "1b 2c").Says(Ann, "next");
        team.Happened(new FocusMoved("ownership"));
        team.Says(Ann, "5a 2b").Says(Ann, "next");
        team.Happened(new FocusMoved("error-cost"));
    }

    [Fact]
    public void Reach_never_changes_the_path_so_it_comes_last_and_for_the_record()
    {
        team.Says(Ann, "1b 2b 3b 5a");
        team.Card.Shows("Settled on the answers of 1 person so far: lightweight connector, whatever the other two items.");
        team.Says(Ann, "next");
        team.Happened(new FocusMoved("reach"));
        team.Card.Shows("For the record: it cannot change the path.", "Still open, for the record only: item 6.");
        team.Says(Ann, "4a").Says(Ann, "next");
        team.Happened(new FocusMoved("maintenance"));
    }

    [Fact]
    public void An_open_item_that_is_passed_over_is_not_asked_again_at_once()
    {
        team.Says(Ann, "next").Says(Ann, "next");
        Assert.Equal("error-cost", team.State.FocusItem);
        team.Says(Ann, "next").Says(Ann, "next").Says(Ann, "next");
        Assert.Equal("frequency", team.State.FocusItem);
    }

    [Fact]
    public void When_everything_is_answered_next_goes_round()
    {
        team.Says(Ann, "1b 2b 3b 4a 5a 6a").Says(Ann, "go 6").Says(Ann, "next");
        team.Happened(new FocusMoved("frequency"));
        team.Says(Ann, "next");
        team.Happened(new FocusMoved("delay"));
    }

    [Fact]
    public void A_split_counts_with_all_its_options_for_what_can_still_change_the_path()
    {
        // With "hours" alone the open item 6 would change nothing.
        team.Says(Ann, "1b 2c 3a 5a").Says(Ann, "go 1");
        team.Card.Shows("Settled on the answers of 1 person so far: nightly batch, whatever the other two items.");
        team.Says(Ben, "2a").Says(Ann, "next");
        team.Happened(new FocusMoved("maintenance"));
        team.Card.Hides("Settled on");
        team.Card.Shows("Still open, for the record only: item 4.");
    }

    [Fact]
    public void Back_go_and_a_tap_on_a_line_bring_items_into_focus()
    {
        team.Says(Ann, "1b").Says(Ann, "go 3");
        team.Happened(new FocusMoved("error-cost"));
        team.Says(Ann, "back");
        team.Happened(new FocusMoved("delay"));
        team.Taps(Ben, "Go to item 1");
        team.Happened(new FocusMoved("frequency"));
        team.Says(Ann, "go 1");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Item 1 is in focus already.");
        team.Says(Ann, "back");
        team.Refused("This is the first item.");
        Assert.DoesNotContain(team.Card.AllButtons(), button => button.Label == "Back");
    }

    [Theory]
    [InlineData("go 0")]
    [InlineData("go 7")]
    [InlineData("go 99999")]
    public void An_item_that_does_not_exist_is_refused_with_those_that_do(string line)
    {
        team.Says(Ann, line);
        team.Refused("There is no such item; the items are 1 to 6.");
    }

    [Fact]
    public void A_checklist_of_one_item_has_nowhere_to_go()
    {
        var small = new Conversation(SmallChecklists.WithOptionsCalled("left", "right"), ConversationKind.Personal).Says(Ann, "start");
        small.Says(Ann, "next");
        small.Refused("There is no other item.");
        small.Says(Ann, "go 2");
        small.Refused("There is only item 1.");
        small.Says(Ann, "left");
        small.Happened(new Answered("choice", "left", null));
        small.Says(Ann, "finish");
        small.Recommendation.Shows("Recommended path: Path one");
    }

    [Fact]
    public void An_item_that_the_checklist_no_longer_has_cannot_come_into_focus()
    {
        team.Sends(Ann, $"f~{team.State.Id}~colour");
        team.NothingHappened();
        team.Replied(ReplyNature.NotUnderstood, "That item is not on the checklist any more. Use the newest card.");
    }
}
