using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Answers that could mean several things are asked about, never guessed.</summary>
public sealed class DoubtTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void A_word_of_several_items_asks_with_buttons_and_a_tap_answers()
    {
        team.Says(Ann, "medium");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "“medium” is an answer to several items. Which one do you mean?");
        Assert.Equal(["Item 3: Rework for our team", "Item 4: 6–20 people, 3–4 systems"], team.Reply.AllButtons().Select(button => button.Label));
        team.Taps(Ann, "Item 4", on: team.Reply);
        team.Happened(new Answered("reach", "medium", null));
    }

    [Fact]
    public void What_is_clear_is_recorded_and_what_is_not_is_asked_in_one_reply()
    {
        team.Says(Ann, "1b medium 9a 2z");
        team.Happened(new Answered("frequency", "hourly", null));
        team.Replied(
            ReplyNature.Asked,
            "Your answer: item 1, Moves every hour.",
            "“9a”: there is no such item; the items are 1 to 6.",
            "“2z”: item 2 has no such answer. Its answers: a Can wait seconds, b Can wait minutes, c Can wait hours, d Can wait days; or not sure.",
            "“medium” is an answer to several items.");
    }

    [Fact]
    public void Of_several_bare_numbers_none_is_taken_where_one_cannot_be()
    {
        team.Says(Ann, "2 12");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "“12”: item 1 has no such answer.", "You gave item 1 more than one answer. Which one do you mean?");
    }

    [Fact]
    public void Two_answers_to_one_item_in_one_line_are_asked_about()
    {
        team.Says(Ann, "2b 3a hours");
        team.Happened(new Answered("error-cost", "high", null));
        team.Replied(ReplyNature.Asked, "You gave item 2 more than one answer. Which one do you mean?");
        Assert.Equal(["Item 2: Can wait minutes", "Item 2: Can wait hours"], team.Reply.AllButtons().Select(button => button.Label));
    }

    [Fact]
    public void A_short_answer_just_after_somebody_else_moved_the_focus_is_asked_about()
    {
        team.Taps(Ben, "Next");
        team.Pause = TimeSpan.FromSeconds(4.9);
        team.Says(Ann, "2");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "The item in focus has just changed. Which one do you mean?");
        Assert.Equal(["Item 1: Moves every hour", "Item 2: Can wait minutes"], team.Reply.AllButtons().Select(button => button.Label));
        team.Taps(Ann, "Item 1", on: team.Reply);
        team.Happened(new Answered("frequency", "hourly", null));
    }

    [Fact]
    public void Not_sure_just_after_a_move_is_asked_about_too()
    {
        team.Taps(Ben, "Next");
        team.Pause = TimeSpan.FromSeconds(1);
        team.Says(Ann, "not sure");
        team.Replied(ReplyNature.Asked, "The item in focus has just changed.");
        team.Taps(Ann, "Item 2: Not sure", on: team.Reply);
        team.Happened(new Answered("delay", Answers.NotSure, null));
    }

    [Fact]
    public void Five_seconds_after_a_move_there_is_no_doubt_any_more()
    {
        team.Taps(Ben, "Next");
        team.Pause = TimeSpan.FromSeconds(5);
        team.Says(Ann, "2");
        team.Happened(new Answered("delay", "minutes", null));
    }

    [Fact]
    public void A_clock_that_was_set_back_since_the_move_raises_no_doubt()
    {
        team.Taps(Ben, "Next");
        team.Pause = TimeSpan.FromHours(-1);
        team.Says(Ann, "2");
        team.Happened(new Answered("delay", "minutes", null));
    }

    [Fact]
    public void Who_moved_the_focus_is_not_asked()
    {
        team.Pause = TimeSpan.FromSeconds(1);
        team.Taps(Ann, "Next").Says(Ann, "2");
        team.Happened(new Answered("delay", "minutes", null));
    }

    [Fact]
    public void An_answer_that_names_its_item_is_never_doubtful()
    {
        team.Pause = TimeSpan.FromSeconds(1);
        team.Taps(Ben, "Next").Says(Ann, "1b");
        team.Happened(new Answered("frequency", "hourly", null));
        team.Says(Chi, "hours");
        team.Happened(new Answered("delay", "hours", null));
    }

    [Fact]
    public void A_late_tap_counts_for_the_item_that_its_card_showed()
    {
        var old = team.Card;
        team.Taps(Ann, "Next").Taps(Ann, "Next");
        team.Taps(Ben, "Moves every night", on: old);
        team.Happened(new Answered("frequency", "nightly", null));
        team.Card.Shows("Last answer: Ben, item 1: Moves every night.");
    }
}
