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
            "! Single source of truth, if item 2 is “Can wait minutes” and item 5 is “Messy or without owner”; or if item 2 is “Can wait hours” and item 5 is “Messy or without owner”.",
            "! Lightweight connector, if item 2 is “Can wait minutes” and item 5 is “Clear owner and source”.",
            "[Settle on “Can wait minutes”] [Settle on “Can wait hours”] [Settle on “Clear owner and source”] [Settle on “Messy or without owner”] [Finish without agreement]");
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
    public void Settling_decides_and_is_attributed_and_undone()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ann, "finish").Taps(Ben, "Settle on “Can wait hours”");
        team.Happened(new Settled("delay", "hours", null));
        team.Card.Shows("✓ 2 How long can the person who receives the data wait? | Can wait minutes (Ann) / Can wait hours (Chi) | settled, settled on “Can wait hours” by Ben");
        team.Card.Shows("Settled on the answers of 2 people so far: nightly batch, whatever the other item.");
        team.Taps(Ann, "Undo", on: team.Reply);
        team.Happened(new SettlementWithdrawn("delay", "hours"));
        team.Replied(ReplyNature.Confirmation, "Undone: item 2 is no longer settled.");
        team.Card.Shows("A settled item was opened again by Ann.");
    }

    [Fact]
    public void A_settlement_can_be_changed_and_its_undo_brings_back_the_one_before()
    {
        team.Says(Ann, "2b").Says(Chi, "2c").Says(Ben, "settle 2b").Says(Ben, "settle 2d");
        team.Happened(new Settled("delay", "days", "minutes"));
        team.Says(Ben, "settle 2 days");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Item 2 is already settled on “Can wait days”.");
        team.Says(Ben, "undo");
        team.Happened(new Settled("delay", "minutes", "days"));
        team.Replied(ReplyNature.Confirmation, "Undone: item 2 is settled on “Can wait minutes” again.");
    }

    [Fact]
    public void There_is_nothing_to_settle_where_people_agree_or_nobody_answered()
    {
        team.Says(Ann, "settle 2b");
        team.Refused("Nobody has chosen an answer to item 2 yet, so there is nothing to settle. Answer it instead.");
        team.Taps(Ann, "Item 2: Can wait minutes", on: team.Reply);
        team.Happened(new Answered("delay", "minutes", null));
        team.Says(Ann, "settle 2c");
        team.Refused("You agree on item 2 (“Can wait minutes”), so there is nothing to settle.");
    }

    [Theory]
    [InlineData("settle")]
    [InlineData("settle b")]
    [InlineData("settle 2 not sure")]
    [InlineData("settle 2b 3c")]
    public void Settling_needs_one_item_and_one_answer(string line)
    {
        team.Says(Ann, line);
        team.Refused("Say which item and which answer: for example settle 2b, or settle 2 and the words of the answer.");
    }

    [Theory]
    [InlineData("settle medium", "“medium” is an answer to several items. Say which item")]
    [InlineData("settle 9a", "“9a”: there is no such item; the items are 1 to 6.")]
    [InlineData("settle 2 7", "“2 7”: item 2 has no such answer.")]
    [InlineData("settle 2 small", "“2 small”: item 2 has no such answer.")]
    public void Settling_on_what_cannot_be_is_refused(string line, string expected)
    {
        team.Says(Ann, line);
        team.Refused(expected);
    }

    [Fact]
    public void A_settlement_is_ignored_once_the_item_is_no_longer_split()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ben, "settle 2c").Says(Chi, "2b");
        team.Card.Shows("✓ 2 How long can the person who receives the data wait? | Can wait minutes (Ann, Chi) | agreed");
        team.Card.Hides("settled on");
        team.Says(Ann, "finish");
        Assert.Equal("lightweight-connector", team.Recommendation.PathId);
    }

    [Fact]
    public void A_settled_item_says_so_in_the_recommendation()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ben, "settle 2b").Says(Ann, "finish");
        team.Recommendation.Shows(
            "Item 2: “Can wait hours” (Chi) would lead to nightly batch.",
            "Item 2 was settled on “Can wait minutes” by Ben.");
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
    public void The_reason_is_the_smallest_set_of_answers_that_forces_the_path()
    {
        team.Says(Ann, "1a 2a 3a 4c 5a 6a").Says(Ann, "finish");
        team.Recommendation.Shows("""
            Why
                “Moves in real time” (item 1), “Customers or money hit” (item 3) and “Someone can maintain it” (item 6) lead here, whatever the other answers are.
            Next steps
            """);
        team.Says(Ann, "why");
        team.Replied(ReplyNature.Content, "#1 leads to immediate sync. These answers alone lead there, whatever the other answers are:", "Item 3, What happens if a record is wrong or lost? Customers or money hit.");
        team.Reply.Hides("Item 2", "Item 4", "Item 5");
    }

    [Fact]
    public void A_tied_item_in_the_reason_stands_with_all_its_options()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2a").Says(Ann, "finish");
        team.Recommendation.Shows("“Can wait seconds or Can wait minutes” (item 2)");
    }

    [Fact]
    public void What_if_names_the_single_changes_that_lead_elsewhere()
    {
        team.Says(Ann, "1a 2a 3a 6a").Says(Ben, "what if");
        team.Replied(
            ReplyNature.Content,
            "#1 leads to immediate sync. Each of these changes alone would lead elsewhere:",
            "Item 6: “Nobody can maintain it” would lead to lightweight connector.");
        team.Says(Ann, "2d").Says(Ann, "5a").Says(Ann, "finish").Says(Ben, "what if");
        team.Replied(ReplyNature.Content, "Item 1: “Moves every hour”, “Moves every night” or “Moves less often” would lead to nightly batch.");
    }

    [Fact]
    public void Why_and_what_if_say_what_is_missing_while_nothing_is_settled()
    {
        team.Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 has no answers yet, so there is nothing to explain.");
        team.Says(Ann, "1b 2c 3b").Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 is not settled: it can still lead to nightly batch or single source of truth. What still counts: item 5.");
        team.Says(Ann, "5a").Says(Ben, "5b").Says(Ben, "what if");
        team.Replied(ReplyNature.Content, "Settle what you differ on, or finish without agreement.");
        team.Says(Ann, "finish anyway").Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 is not settled: it can still lead to nightly batch or single source of truth. Reopen it to go on.");
    }
}
