using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class AnsweringTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void One_tap_answers_and_the_card_alone_confirms_it_by_item_and_option()
    {
        team.Taps(Ben, "Moves every hour");
        team.Happened(new Answered("frequency", "hourly", null));
        team.SaidNothing();
        team.Card.Shows("Last answer: Ben, item 1: Moves every hour.", "[Moves every hour · 1]", "Moves every hour: Ben", "1 of 6 answered", "[Next · 1 answered]");
    }

    [Fact]
    public void The_same_answer_twice_makes_no_event()
    {
        team.Taps(Ben, "Moves every hour").Taps(Ben, "Moves every hour");
        team.NothingHappened();
        team.Says(Ben, "hourly");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Your answer: item 1, Moves every hour. You had already said so.");
    }

    [Fact]
    public void The_newest_answer_of_each_participant_counts()
    {
        team.Says(Ben, "hourly").Says(Ben, "nightly");
        team.Happened(new Answered("frequency", "nightly", "hourly"));
        team.Card.Shows("Moves every night: Ben");
        team.Card.Hides("Moves every hour: Ben");
    }

    [Theory]
    [InlineData("3b")]
    [InlineData("rework")]
    [InlineData("error cost medium")]
    [InlineData("answer 3 b")]
    public void A_typed_answer_is_confirmed_with_item_and_option_and_offers_undo(string line)
    {
        team.Says(Ben, line);
        team.Happened(new Answered("error-cost", "medium", null));
        team.Replied(ReplyNature.Confirmation, "Your answer: item 3, Rework for our team.");
        team.Taps(Ben, "Undo", on: team.Reply);
        team.Happened(new AnswerWithdrawn("error-cost", "medium"));
        team.Replied(ReplyNature.Confirmation, "Undone: your answer to item 3 is taken back.");
    }

    [Fact]
    public void A_bare_number_or_letter_answers_the_item_in_focus()
    {
        team.Says(Ann, "2");
        team.Happened(new Answered("frequency", "hourly", null));
        team.Says(Ann, "go 5").Says(Ann, "b");
        team.Happened(new Answered("ownership", "messy", null));
        team.Says(Ann, "not sure");
        team.Happened(new Answered("ownership", Answers.NotSure, "messy"));
    }

    [Fact]
    public void Several_answers_at_once_are_all_recorded_and_named()
    {
        team.Says(Ann, "1b 2c, rework and 6 not sure");
        team.Happened(
            new Answered("frequency", "hourly", null),
            new Answered("delay", "hours", null),
            new Answered("error-cost", "medium", null),
            new Answered("maintenance", Answers.NotSure, null));
        team.Replied(
            ReplyNature.Confirmation,
            "Your answers: item 1, Moves every hour; item 2,",
            "Can wait hours; item 3,",
            "item 6, Not sure.");
    }

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

    [Theory]
    [InlineData("7", "“7”: item 1 has no such answer.")]
    [InlineData("e", "“e”: item 1 has no such answer.")]
    [InlineData("0", "“0”: item 1 has no such answer.")]
    [InlineData("0a", "“0a”: there is no such item; the items are 1 to 6.")]
    [InlineData("7 not sure", "“7 not sure”: there is no such item; the items are 1 to 6.")]
    [InlineData("2 small", "“2 small”: item 2 has no such answer.")]
    [InlineData("answer", "Say which answer: for example answer 2 for the item in focus")]
    public void An_answer_that_cannot_be_is_refused_with_what_can_be(string line, string expected)
    {
        team.Says(Ann, line);
        team.Refused(expected);
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

    [Fact]
    public void The_form_shows_ones_own_answers_and_sends_all_at_once()
    {
        team.Says(Ben, "1b 2 not sure").Says(Ann, "1c");
        var form = team.FormOf(Ben);
        Assert.Equal("#1 CRM to accounting", form.Title);
        Assert.Equal(["hourly", Answers.NotSure, null, null, null, null], form.Items.Select(item => item.Selected));
        Assert.All(form.Items, item => Assert.Equal(Answers.NotSure, item.Options[^1].OptionId));
        Assert.All(team.FormOf(Chi).Items, item => Assert.Null(item.Selected));

        team.Submits(Ben, ("frequency", "hourly"), ("delay", "hours"), ("reach", "small"));
        team.Happened(new Answered("delay", "hours", Answers.NotSure), new Answered("reach", "small", null));
        team.Replied(ReplyNature.Confirmation, "Your answers: item 1,", "item 2,", "item 4,");
    }

    [Fact]
    public void A_form_without_answers_changes_nothing_and_says_so()
    {
        team.Submits(Ben);
        team.Refused("No answer was chosen in the form, so nothing has changed.");
    }

    [Theory]
    [InlineData("delay", "eternity")]
    [InlineData("colour", "red")]
    public void An_answer_that_the_checklist_does_not_have_changes_nothing(string item, string option)
    {
        team.Submits(Ben, ("frequency", "hourly"), (item, option));
        team.NothingHappened();
        team.Replied(ReplyNature.NotUnderstood, "That answer is not on the checklist any more. Use the newest card.");
    }

    [Fact]
    public void A_finished_or_cancelled_assessment_takes_no_answers_and_says_how_to_go_on()
    {
        var open = team.Card;
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Taps(Ben, "Moves every night", on: open);
        team.Refused("#1 is finished. Reopen it to change an answer; the recommendation stays until you finish again.");
        Assert.Equal("Reopen", Assert.Single(team.Reply.AllButtons()).Label);
        team.Taps(Ann, "Reopen").Says(Ann, "cancel").Says(Ben, "1c #1");
        team.Refused("#1 was cancelled. Reopen it to go on where you stopped.");
    }

    [Fact]
    public void Not_sure_is_shown_and_never_counted_as_a_choice()
    {
        team.Says(Ann, "not sure").Says(Ben, "not sure").Says(Chi, "hourly");
        team.Card.Shows("Moves every hour: Chi · Not sure: Ann, Ben", "[Not sure · 2]", "1 of 6 answered");
        team.Taps(Ann, "Next");
        var line = team.Card.Line(1);
        Assert.Equal(ItemLineState.Agreed, line.State);
        team.Card.Shows("✓ 1 How often must records move between the systems? | Moves every hour (Chi) / Not sure (Ann, Ben) | agreed");
    }

    [Fact]
    public void An_item_with_only_not_sure_is_open()
    {
        team.Says(Ann, "1 not sure").Taps(Ann, "Next");
        team.Card.Shows("0 of 6 answered", "· 1 How often must records move between the systems? | Not sure (Ann) | open");
        team.Says(Ann, "finish");
        team.Refused("Nobody has chosen an answer yet. Answer at least one item, then finish.");
    }

    [Fact]
    public void A_line_names_five_people_at_most()
    {
        foreach (var person in Many(12))
            team.Says(person, "1b");
        team.Taps(Ann, "Next");
        team.Card.Shows("Moves every hour (Ann, Ben, Chi, Dee, Eve and 7 more)");
        team.Says(Ann, "2c 3b 5a").Says(Ann, "finish");
        team.Recommendation.Shows("Ann, Ben, Chi, Dee, Eve and 7 more");
        team.Says(Ann, "export");
        team.Reply.Shows("Moves every hour: Ann, Ben, Chi, Dee, Eve, Fay, Gus, Hal, Ivy, Jon, Kim, Lee");
    }

    [Fact]
    public void Flags_are_shown_as_they_are_raised()
    {
        team.Card.Hides("⚑");
        team.Says(Ann, "1a");
        team.Card.Shows("⚑ Real-time required\n");
        team.Says(Ben, "6b");
        team.Card.Shows("⚑ Real-time required · No maintenance capacity\n");
    }
}
