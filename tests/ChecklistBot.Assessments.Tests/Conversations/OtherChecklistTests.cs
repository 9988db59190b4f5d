using System.Text;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Rules;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Checklists of other shapes, and those that changed while an assessment was open.</summary>
public sealed class OtherChecklistTests
{
    [Fact]
    public void Beyond_the_alphabet_an_option_is_named_by_its_number()
    {
        var team = new Conversation(SmallChecklists.WithManyOptions(30)).Says(Ann, "start").Says(Ann, "31");
        team.Refused("“31”: item 1 has no such answer.", "z way-26, 27 way-27", "30 way-30; or not sure.");
        team.Says(Ann, "30");
        team.Happened(new Answered("choice", "way-30", null));
    }

    [Fact]
    public void Many_items_for_the_record_are_counted_in_digits()
    {
        var team = new Conversation(SmallChecklists.WithItemsForTheRecord(11)).Says(Ann, "start").Says(Ann, "left");
        team.Card.Shows("Settled on the answers of 1 person so far: path one, whatever the other 11 items.");
        team.Says(Ann, "finish");
        team.Recommendation.Shows("# Recommended path: Path one");
    }

    [Fact]
    public void A_tied_item_that_leads_to_the_path_either_way_is_a_smaller_reason_than_two_agreed_ones()
    {
        var team = new Conversation(SmallChecklists.WithTwoWaysToPathOne()).Says(Ann, "start").Says(Ann, "1a 2a left").Says(Ben, "right").Says(Ann, "why");
        team.Replied(ReplyNature.Content, "#1 leads to path one.", "Item 3, Third? “left” or “right”.");
        team.Reply.Hides("First?", "Second?");
    }

    [Fact]
    public void Where_every_item_is_needed_nothing_is_said_of_others()
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled("left", "right")).Says(Ann, "start").Says(Ann, "left").Says(Ann, "why");
        team.Replied(ReplyNature.Content, "#1 leads to path one. These answers lead there:", "Item 1, Which? “left”.");
        team.Says(Ann, "finish");
        team.Recommendation.Shows("“left” (item 1) leads here.");
    }

    [Theory]
    [InlineData("option b")]
    [InlineData("1 option b")]
    [InlineData("1 is option b")]
    public void An_option_that_is_called_option_is_read_by_its_name_first(string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled("option-b", "option-a")).Says(Ann, "start").Says(Ann, typed);
        team.Happened(new Answered("choice", "option-b", null));
    }

    /// <summary>Of the answers 0, 1 and 2 whoever typed 1 once gave 0. An item and a letter in one, <c>1a</c>, is always a place.</summary>
    [Theory]
    [InlineData("0", "1", "1")]
    [InlineData("0", "1", "item 1 1")]
    [InlineData("0", "1", "choice is 1")]
    [InlineData("b", "a", "a")]
    [InlineData("b", "a", "choice a")]
    public void A_number_or_letter_that_is_an_answers_label_means_that_answer_wherever_it_stands(string first, string second, string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled(first, second)).Says(Ann, "start").Says(Ann, typed);
        team.Happened(new Answered("choice", second, null));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("item 1 5")]
    public void A_number_that_two_answers_of_an_item_are_called_by_is_asked_about(string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsLabelled("< 5", "> 5")).Says(Ann, "start").Says(Ann, typed);
        team.Replied(ReplyNature.Asked, "fits several answers to item 1. Which one do you mean?");
        team.Happened();
    }

    [Theory]
    [InlineData("not sure yet")]
    [InlineData("Not sure yet!")]
    [InlineData("1 not sure yet")]
    [InlineData("item 1 is not sure yet")]
    [InlineData("choice not sure yet")]
    [InlineData("answer not sure yet")]
    public void A_whole_label_wins_over_the_words_for_not_sure_with_which_it_begins(string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled("not-sure-yet", "right")).Says(Ann, "start").Says(Ann, typed);
        team.Happened(new Answered("choice", "not-sure-yet", null));
    }

    [Theory]
    [InlineData("not sure")]
    [InlineData("1 not sure")]
    [InlineData("not sure about 1")]
    [InlineData("choice not sure")]
    [InlineData("I'm not sure")]
    public void Beside_a_label_that_begins_with_them_the_words_for_not_sure_mean_what_they_always_do(string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled("not-sure-about-it", "right")).Says(Ann, "start").Says(Ann, typed);
        team.Happened(new Answered("choice", Answers.NotSure, null));
    }

    [Theory]
    [InlineData("Caf\u00e9", "cafe\u0301")]
    [InlineData("Cafe\u0301", "caf\u00e9")]
    [InlineData("Cafe\u0301", "CAFE\u0301")]
    [InlineData("Re\u0301seau \u00e0 co\u0302te\u0301", "r\u00e9seau a\u0300 c\u00f4t\u00e9")]
    [InlineData("Re\u0301seau \u00e0 co\u0302te\u0301", "1 r\u00e9seau")]
    [InlineData("Unsure, \u00e9t\u00e9", "unsure e\u0301te\u0301")]
    public void An_accent_may_be_typed_otherwise_than_the_label_has_it(string label, string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsLabelled("For", label)).Says(Ann, "start").Says(Ann, typed);
        team.Happened(new Answered("choice", "two", null));
    }

    [Theory]
    [InlineData("F\u00f6r", "f\u00e4r")]
    [InlineData("Caf\u00e9", "cafe")]
    [InlineData("Caf\u00e9", "cafe\u0301s")]
    public void Another_letter_or_accent_is_no_answer(string label, string typed)
    {
        var team = new Conversation(SmallChecklists.WithOptionsLabelled("Other", label)).Says(Ann, "start").Says(Ann, typed);
        team.NothingHappened();
        Assert.Equal(ReplyNature.NotUnderstood, team.Answer?.Nature);
    }

    [Fact]
    public void A_checklist_without_examples_has_help_without_them()
    {
        var team = new Conversation(SmallChecklists.WithOptionsCalled("left", "right")).Says(Ann, "help");
        team.Replied(ReplyNature.Content, "Small?", "Begin: start CRM to accounting.");
        team.Reply.Hides("Examples");
    }

    [Fact]
    public void An_answer_that_the_checklist_no_longer_has_can_still_be_undone()
    {
        var state = Scenes.Start().Says(Ann, "2b").Says(Ann, "2c").State;
        var context = new DecisionContext { Checklist = SmallChecklists.WithOptionsCalled("left", "right").Compiled, Now = DateTimeOffset.UnixEpoch, Person = 1 };
        AssertUndone(state, context, "Undone: your answer to an item that the checklist no longer has is taken back, and the former one is not on the checklist any more.");
        var changed = Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span).Replace("\"minutes\"", "\"moments\"", StringComparison.Ordinal);
        AssertUndone(state, context with { Checklist = Checklists.Of(changed).Compiled }, "Undone: your answer to item 2 is taken back, and the former one is not on the checklist any more.");
    }

    [Theory]
    [InlineData("2b", "minutes", "minutes")]
    [InlineData("2b", "moments", null)]
    [InlineData("2 not sure", "moments", Answers.NotSure)]
    [InlineData("1b", "moments", null)]
    public void The_form_opens_with_ones_own_answer_where_the_checklist_still_has_it(string answer, string now, string? shown)
    {
        var state = Scenes.Start().Says(Ann, answer).State;
        var changed = Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span).Replace("\"minutes\"", $"\"{now}\"", StringComparison.Ordinal);
        Assert.Equal(shown, FormView.Draw(state, Checklists.Of(changed).Compiled, Ann.Number).Items[1].Selected);
    }

    [Fact]
    public void Words_that_are_the_id_of_one_answer_and_the_label_of_another_are_asked_about()
    {
        var changed = Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span).Replace("Moves every hour", "Less often", StringComparison.Ordinal);
        var team = new Conversation(Checklists.Of(changed)).Says(Ann, "start").Says(Ann, "less often");
        team.Replied(ReplyNature.Asked, "“less often” fits several answers to item 1. Which one do you mean?");
    }

    [Fact]
    public void Where_a_newer_file_drops_the_item_in_focus_the_first_one_is_in_focus_for_words_and_buttons_alike()
    {
        var state = Scenes.Start().State with { Pace = Pace.Quick };
        var changed = Checklists.Of(Encoding.UTF8.GetString(ChecklistFile.BuiltIn.Span).Replace("\"frequency\"", "\"how-often\"", StringComparison.Ordinal));
        var checklist = changed.Compiled;
        var context = new DecisionContext { Checklist = checklist, Now = DateTimeOffset.UnixEpoch, Person = 1 };
        Assert.True(checklist.ItemIndex(state.FocusItem) < 0);

        Commands.AssessmentCommand[] ways = [new Commands.Next("how-often"), new Commands.Next(state.FocusItem), new Commands.Next(null)];
        foreach (var next in ways)
            Assert.Equal(new FocusMoved("delay"), Assert.Single(Decider.Decide(state, next, context).Events));
        var bare = Assert.IsType<Commands.AnswerItems>(changed.Grammar.Read("2").Command);
        var answered = Decider.Decide(state, bare, context).Events;
        Assert.Equal("how-often", Assert.IsType<Answered>(answered[0]).Item);
        Assert.Equal(new FocusMoved("delay"), answered[1]);
    }

    private static void AssertUndone(Assessment state, DecisionContext context, string expected)
    {
        var decision = Decider.Decide(state, new Commands.Undo(null), context);
        Assert.Equal(new Answered("delay", "minutes", "hours") { Undoes = 3 }, Assert.Single(decision.Events));
        ((Messages.NoticeContent)decision.Reply!.Content).Card.Shows(expected);
    }
}
