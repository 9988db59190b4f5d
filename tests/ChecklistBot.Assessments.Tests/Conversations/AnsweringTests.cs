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
        team.Replied(ReplyNature.Confirmation, "Your answer: item 1, Moves every hour. You had already said so.");
        team.Says(Ben, "hourly");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Your answer: item 1, Moves every hour. You had already said so.");
    }

    [Fact]
    public void The_second_tap_of_a_double_one_says_nothing_since_the_card_has_just_confirmed_the_first()
    {
        team.Taps(Ben, "Moves every hour");
        team.Pause = TimeSpan.FromMilliseconds(300);
        team.Taps(Ben, "Moves every hour");
        team.NothingHappened();
        team.SaidNothing();
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
        team.Happened(new AnswerWithdrawn("error-cost", "medium") { Undoes = 2 });
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
    public void An_items_name_alone_goes_to_it_and_answers_nothing()
    {
        team.Says(Ann, "go 3").Says(Ann, "item 2");
        team.Happened(new FocusMoved("delay"));
        team.Says(Ann, "item 7");
        team.NothingHappened();
        team.Refused("There is no such item; the items are 1 to 6");
    }

    [Fact]
    public void Items_without_an_answer_are_asked_for_it_and_nothing_is_recorded()
    {
        team.Says(Ann, "item 2 and item 3 and 3");
        team.NothingHappened();
        team.Replied(
            ReplyNature.Refused,
            "“item 2”: say which answer too. Its answers: a Can wait seconds, b Can wait minutes, c Can wait hours, d Can wait days; or not sure.",
            "“item 3”: say which answer too.");
        Assert.Equal(2, team.Reply.Blocks.OfType<TextBlock>().Count());
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

    [Theory]
    [InlineData("yes", "Someone can maintain it", "yes")]
    [InlineData("no", "Nobody can maintain it", "no")]
    public void A_bare_yes_or_no_is_asked_about_unless_its_item_is_in_focus(string line, string button, string option)
    {
        team.Says(Ann, line);
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, $"“{line}” is an answer to item 6. Do you mean that? Then type 6{(line == "yes" ? 'a' : 'b')}.");
        team.Taps(Ann, $"Item 6: {button}", on: team.Reply);
        team.Happened(new Answered("maintenance", option, null));
        team.Says(Ben, "go 6").Says(Ben, line);
        team.Happened(new Answered("maintenance", option, null));
    }

    [Fact]
    public void A_yes_or_no_behind_its_items_name_is_no_bare_one()
    {
        team.Says(Ann, "maintenance: no");
        team.Happened(new Answered("maintenance", "no", null));
        team.Says(Ben, "6 yes").Says(Chi, "settle no");
        team.Replied(ReplyNature.Confirmation, "Item 6 is settled on “Nobody can maintain it”.");
        team.Says(Chi, "no, 3b");
        team.Happened(new Answered("error-cost", "medium", null));
        team.Replied(ReplyNature.Asked, "“no” is an answer to item 6. Do you mean that?");
    }

    [Fact]
    public void Not_sure_with_an_item_behind_it_leaves_the_item_in_focus_alone()
    {
        team.Says(Ann, "1a").Says(Ann, "not sure 3");
        team.Happened(new Answered("error-cost", Answers.NotSure, null));
        team.Replied(ReplyNature.Confirmation, "Your answer: item 3, Not sure.");
    }

    [Fact]
    public void Whoever_took_everything_back_took_no_part()
    {
        team.Says(Chi, "1a").Says(Chi, "undo").Says(Ben, "2a").Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        Assert.Equal([Ben.Number, Ann.Number], Assert.Single(team.State.Decisions).Participants);
    }

    [Fact]
    public void Whoever_took_the_only_settlement_back_took_no_part()
    {
        team.Says(Ann, "2a").Says(Ben, "2b").Says(Chi, "settle 2a").Says(Chi, "undo");
        Assert.Equal([Ann.Number, Ben.Number], team.State.Participants);
    }

    [Fact]
    public void Whoever_took_the_only_answer_of_a_later_revision_back_had_still_taken_part_in_the_first()
    {
        team.Says(Chi, "4a").Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "reopen").Says(Chi, "4b").Says(Chi, "undo").Says(Chi, "4b").Says(Ann, "finish");
        Assert.Contains(Chi.Number, team.State.Decisions[^1].Participants);
    }
}
