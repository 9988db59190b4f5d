using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Answering together: splits, ties, what finishing makes of them.</summary>
public sealed class AgreementTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void A_split_shows_each_option_with_its_people_and_the_majority_first()
    {
        team.Says(Ann, "2c").Says(Ben, "2b").Says(Chi, "2b");
        team.Card.Shows("≠ 2 How long can the person who receives the data wait? | Can wait minutes (Ben, Chi) / Can wait hours (Ann) | you differ");
        Assert.Equal(ItemLineState.Split, team.Card.Line(2).State);
    }

    [Fact]
    public void A_tied_item_has_no_team_answer_until_settled()
    {
        team.Says(Ann, "1a").Says(Ben, "1b").Says(Chi, "1 not sure");
        team.Card.Hides("⚑");
        team.Card.Shows("Moves in real time: Ann · Moves every hour: Ben · Not sure: Chi. Tied: no answer has most.");
        team.Says(Chi, "settle 1a");
        team.Happened(new Settled("frequency", "real-time", null));
        team.Replied(ReplyNature.Confirmation, "Item 1 is settled on “Moves in real time”.");
        team.Card.Shows("⚑ Real-time required", "Settled on “Moves in real time” by Chi.");
    }

    /// <summary>Screen readers are told the news alone: an answer that only tied an item changed none of the rest.</summary>
    [Fact]
    public void The_news_of_the_card_begin_with_the_last_answer_and_name_ties_settlements_and_the_settled_path()
    {
        const string settled = "Settled on the answers of 2 people so far: lightweight connector, whatever the other item.";
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "1a");
        Assert.Equal(["Last answer: Ben, item 1: Moves in real time.", "Item 1 is tied.", settled, "5 of 6 answered."], team.Card.News.SkipLast(1));
        team.Says(Chi, "settle 1b");
        Assert.Equal(
            ["Last answer: Ben, item 1: Moves in real time.", "Item 1 is settled on “Moves every hour” by Chi.", settled, "5 of 6 answered."],
            team.Card.News.SkipLast(1));
        Assert.StartsWith("Now item 1: ", team.Card.News[^1], StringComparison.Ordinal);
        Assert.StartsWith("#1 CRM to accounting: 5 of 6 answered. Now item 1: ", team.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_decides_is_among_the_news_of_the_card_once_somebody_wants_to_finish()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "5b").Says(Ann, "finish");
        Assert.Contains(team.Card.News, sentence => sentence.StartsWith("Item 5 decides", StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_that_does_not_change_the_result_is_agreement_and_is_named()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "3c");
        team.Card.Shows("Settled on the answers of 2 people so far: lightweight connector, whatever the other item.");
        team.Says(Ann, "finish");
        team.Recommendation.Shows(
            "# Recommended path: Lightweight connector",
            "You differed on item 3: “Rework for our team” (Ann), “Only an inconvenience” (Ben); it does not change the result.");
    }

    [Fact]
    public void Two_differences_that_do_not_change_the_result_are_counted_and_listed()
    {
        team.Says(Ann, "1b 2b 3b 4a 5a 6a").Says(Ben, "3c 4b").Says(Chi, "4b");
        team.Card.Shows("Settled on the answers of 3 people: lightweight connector.");
        team.Says(Ann, "finish");
        team.Recommendation.Shows(
            "You differed on 2 items; it does not change the result.",
            "Item 3: “Rework for our team” (Ann), “Only an inconvenience” (Ben).",
            "Item 4: “1–5 people, 2 systems” (Ann).");
    }

    [Fact]
    public void Outvoted_answers_give_way_and_the_minority_that_would_have_changed_it_is_named()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2b").Says(Chi, "2c");
        team.Card.Hides("Settled on");
        team.Says(Ann, "finish");
        Assert.IsType<Finished>(Assert.Single(team.Events));
        team.Recommendation.Shows("# Recommended path: Lightweight connector", "Item 2: “Can wait hours” (Chi) would lead to nightly batch.");
        Assert.Equal("lightweight-connector", team.Recommendation.PathId);
    }

    [Fact]
    public void Outvoted_answers_that_change_the_result_only_together_are_named_together()
    {
        team.Says(Ann, "1a 2a 3b 5a 6a").Says(Ben, "1a 2a").Says(Chi, "1b 2c").Says(Ann, "finish");
        team.Recommendation.Shows(
            "# Recommended path: Lightweight connector",
            "Item 1: “Moves every hour” (Chi).",
            "Item 2: “Can wait hours” (Chi).",
            "None of these alone changes the result; several together could lead to nightly batch.");
    }

    [Fact]
    public void What_leads_to_a_path_whatever_else_comes_is_said_without_the_rest()
    {
        team.Says(Ann, "1b 2a 3b 5a 6a").Says(Ben, "2b 5b").Says(Chi, "2c").Says(Many(4)[3], "2d").Taps(Ann, "Finish now");
        team.Card.Shows(
            "! Single source of truth, if item 5 is “Messy or without owner”.",
            "! Nightly batch, if item 2 is “Can wait hours” or “Can wait days”, and item 5 is “Clear owner and source”.");
    }

    [Fact]
    public void What_alone_leads_to_a_path_is_said_first_and_what_is_left_in_other_words()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ben, "1b 3a 6a").Says(Ann, "finish");
        team.Replied(
            ReplyNature.Asked,
            "Items 1, 2 and 5 decide together.",
            "Immediate sync, if item 1 is “Moves in real time”; or if item 2 is “Can wait seconds”.",
            "Single source of truth, if item 1 is “Moves every hour”, and item 2 is “Can wait minutes”, “Can wait hours” or “Can wait days”, and item 5 is “Messy or without owner”.");
    }

    [Fact]
    public void A_provisional_decision_keeps_the_same_words_and_its_record_all_of_them()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ben, "1b 3a 6a").Says(Ann, "finish without agreement");
        team.Recommendation.Shows("Immediate sync, if item 1 is “Moves in real time”; or if item 2 is “Can wait seconds”.");
    }

    [Fact]
    public void Finish_stands_on_the_card_when_only_items_for_the_record_are_open()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2b").Says(Chi, "2c");
        team.Card.Shows("[*Finish now]", "Still open, for the record only: item 4.");
        team.Says(Ann, "4a");
        team.Card.Shows("[*Finish]");
    }

    [Fact]
    public void A_tie_that_matters_names_the_item_that_decides_and_where_each_choice_leads()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2b").Says(Chi, "2c").Says(Ben, "2c").Says(Ben, "2 not sure");
        team.Taps(Ann, "Finish now");
        team.Happened(new DisagreementFound());
        team.SaidNothing();
        team.Card.Shows(
            "! Item 2 decides: “Can wait minutes” (Ann) leads to lightweight connector; “Can wait hours” (Chi) leads to nightly batch.",
            "[Settle on “Can wait minutes”] [Settle on “Can wait hours”] [Finish without agreement]");
        Assert.Equal(Phase.Open, team.State.Phase);
    }

    [Fact]
    public void Who_types_finish_is_told_the_same_in_words_without_names()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ann, "finish");
        team.Happened(new DisagreementFound());
        team.Replied(ReplyNature.Asked, "Item 2 decides: “Can wait minutes” (1 person) leads to lightweight connector; “Can wait hours” (1 person) leads to nightly batch.");
        team.Reply.Hides("Ann", "Chi");
        team.Says(Ann, "finish");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Item 2 decides:");
        team.Card.Hides("[*Finish");
        team.Taps(Ann, "Finish");
        team.NothingHappened();
        team.Replied(ReplyNature.Asked, "Item 2 decides:");
    }

    [Fact]
    public void Several_items_that_decide_together_say_where_their_choices_lead()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2c 5b").Taps(Ann, "Finish now");
        team.Card.Shows(
            "! Items 2 and 5 decide together.",
            "! Nightly batch, if item 2 is “Can wait hours” and item 5 is “Clear owner and source”.",
            "! Single source of truth, if item 5 is “Messy or without owner”.",
            "! Lightweight connector, if item 2 is “Can wait minutes” and item 5 is “Clear owner and source”.",
            "[Settle on “Can wait minutes” (item 2)] [Settle on “Can wait hours” (item 2)] [Settle on “Clear owner and source” (item 5)] [Settle on “Messy or without owner” (item 5)] [Finish without agreement]");
    }

    [Fact]
    public void An_open_item_that_decides_names_whose_knowledge_is_missing()
    {
        team.Says(Ann, "1b 3b 5a 6a").Says(Ben, "2 not sure").Says(Ann, "finish");
        team.Card.Shows(
            "! Item 2 decides: “Can wait seconds” leads to lightweight connector; “Can wait minutes” leads to lightweight connector; "
                + "“Can wait hours” leads to nightly batch; “Can wait days” leads to nightly batch.",
            "! Item 2 needs someone who knows: How long can the person who receives the data wait? Not sure so far: Ben.",
            "[Go to item 2] [Finish without agreement]");
        team.Taps(Ann, "Go to item 2");
        team.Card.Shows("\n[Finish without agreement]\n");
    }

    [Fact]
    public void An_open_item_that_nobody_answered_says_so()
    {
        team.Says(Ann, "1b 3b 5a 6a").Says(Ann, "finish");
        team.Card.Shows("! Nobody has answered item 2 yet: How long can the person who receives the data wait?");
    }

    [Fact]
    public void What_decides_leaves_the_card_when_the_team_agrees_after_all()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ann, "finish").Says(Chi, "2b");
        team.Card.Hides("decides", "Finish without agreement");
        team.Card.Shows("**Settled on the answers of 2 people so far: lightweight connector, whatever the other item.**");
    }

    [Fact]
    public void Finishing_without_agreement_is_provisional_and_lists_each_path_with_what_it_hangs_on()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ann, "finish").Taps(Ann, "Finish without agreement");
        var decision = Assert.IsType<Finished>(Assert.Single(team.Events)).Decision;
        Assert.True(decision.Provisional);
        team.Recommendation.Shows(
            "# No single path yet: two are left",
            "Nightly batch, if item 2 is “Can wait hours”.",
            "Lightweight connector, if item 2 is “Can wait minutes”.");
        Assert.Null(team.Recommendation.PathId);
        team.Card.Shows("No single path yet: finished without agreement.");

        team.Taps(Ben, "Pin", on: team.Recommendation);
        team.Happened(new Pinned(1));
        team.Says(Ben, "list");
        team.Reply.Shows("undecided");
    }

    [Fact]
    public void Finishing_without_agreement_gives_one_path_where_there_is_one()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish without agreement");
        Assert.Equal("immediate-sync", team.Recommendation.PathId);
    }

    [Fact]
    public void A_settled_path_needs_no_more_answers()
    {
        team.Says(Ann, "1a 3a").Says(Ben, "1a 6a").Says(Chi, "3a");
        team.Card.Shows("**Settled on the answers of 3 people so far: immediate sync, whatever the other three items.**", "[*Finish now]");
        team.Says(Chi, "2d");
        team.Card.Shows("whatever the other two items.");
    }

    [Fact]
    public void Answers_that_lead_elsewhere_only_together_are_named_beside_one_that_does_alone()
    {
        team.Says(Ann, "1c 2c 3b 4a 5a 6a").Says(Ben, "1c 2c 3b 4a 5a 6a").Says(Chi, "1a 2c 3a 4a 5a 6a").Says(Ann, "finish");
        team.Recommendation.Shows(
            "Item 1: “Moves in real time” (Chi) would lead to lightweight connector.",
            "Item 3: “Customers or money hit” (Chi) does not change the result.",
            "Several of these together could also lead to immediate sync.");
    }

    [Fact]
    public void A_tie_that_decides_nothing_stands_on_a_provisional_recommendation_too()
    {
        team.Says(Ann, "1b 2c 3b 6a").Says(Ben, "1c 2c 3b 6a").Says(Ann, "finish without agreement");
        team.Recommendation.Shows("You differed on item 1: “Moves every hour” (Ann), “Moves every night” (Ben); it does not change the result.");
    }
}
