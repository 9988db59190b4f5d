using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Settling a split, and what it leads to.</summary>
public sealed class SettlingTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void Settling_decides_and_is_attributed_and_undone()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ann, "finish").Taps(Ben, "Settle on “Can wait hours”");
        team.Happened(new Settled("delay", "hours", null));
        team.Card.Shows("✓ 2 How long can the person who receives the data wait? | Can wait minutes (Ann) / Can wait hours (Chi) | settled, settled on “Can wait hours” by Ben");
        team.Card.Shows("Settled on the answers of 2 people so far: nightly batch, whatever the other item.");
        team.Taps(Ann, "Undo", on: team.Reply);
        team.Happened(new SettlementWithdrawn("delay", "hours") { Undoes = 9 });
        team.Replied(ReplyNature.Confirmation, "Undone: item 2 is no longer settled.");
        team.Card.Shows("A settled item was opened again by Ann.");
        team.Says(Ben, "settle 2b");
        team.Card.Hides("opened again");
    }

    [Fact]
    public void A_settlement_can_be_changed_and_its_undo_brings_back_the_one_before()
    {
        team.Says(Ann, "2b").Says(Chi, "2c").Says(Ben, "settle 2b").Says(Ben, "settle 2d");
        team.Happened(new Settled("delay", "days", "minutes", PreviousBy: 2));
        team.Says(Ben, "settle 2 days");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "Item 2 is already settled on “Can wait days”.");
        team.Says(Ben, "undo");
        team.Happened(new Settled("delay", "minutes", "days", PreviousBy: 2, By: 2) { Undoes = 5 });
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
        team.Refused("Nobody differs on item 2 (“Can wait minutes”), so there is nothing to settle.");
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
    [InlineData("settle item 2", "Say which item and which answer: for example settle 2b")]
    [InlineData("settle item 2 7", "“2 7”: item 2 has no such answer.")]
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
    public void A_settlement_that_everybody_has_left_is_over_for_good()
    {
        team.Says(Ann, "2b").Says(Ben, "2c").Says(Chi, "2c").Says(Chi, "settle 2b").Says(Ann, "2c").Says(Ben, "2d");
        team.Card.Shows("Can wait hours (Ann, Chi) / Can wait days (Ben)");
        team.Card.Hides("settled on");
        team.Says(Ben, "2b");
        team.Card.Hides("settled on");
    }

    [Fact]
    public void A_settlement_does_not_outlive_an_agreement_and_decide_a_later_disagreement()
    {
        team.Says(Ann, "1c 2b 3b 5a 6a").Says(Ben, "2c").Says(Chi, "settle 2b").Says(Ann, "finish");
        team.Says(Ann, "reopen").Says(Ann, "2c").Says(Dee, "2c").Says(Chi, "2b").Says(Ann, "finish");
        Assert.Equal("nightly-batch", team.Recommendation.PathId);
        team.Recommendation.Hides("was settled on");
    }

    [Fact]
    public void A_slip_that_is_taken_back_leaves_the_settlement_as_it_was()
    {
        team.Says(Ann, "2a").Says(Ben, "2b").Says(Chi, "settle 2a").Says(Ben, "2a");
        team.Card.Hides("settled on");
        team.Says(Ben, "undo");
        team.Card.Shows("settled on “Can wait seconds” by Chi");
        team.Says(Ann, "2c").Says(Ann, "2a");
        team.Card.Shows("settled on “Can wait seconds” by Chi");
        team.Says(Dee, "2b").Says(Dee, "2a").Says(Ben, "2a").Says(Dee, "2c");
        team.Card.Hides("settled on");
    }

    [Fact]
    public void A_compromise_does_not_outlive_an_agreement()
    {
        team.Says(Ann, "2b").Says(Ben, "2c").Says(Chi, "settle 2a").Says(Ann, "2c").Says(Dee, "2c").Says(Chi, "2d");
        team.Card.Hides("settled on");
    }

    [Theory]
    [InlineData("settle on 2b")]
    [InlineData("settle on can wait minutes")]
    [InlineData("settle 2 on minutes")]
    [InlineData("settle item 2 on b")]
    [InlineData("Settle on: minutes")]
    public void Settling_may_be_typed_as_its_button_says_it(string line)
    {
        team.Says(Ann, "2b").Says(Ben, "2c").Says(Chi, line);
        team.Replied(ReplyNature.Confirmation, "Item 2 is settled on “Can wait minutes”.");
    }

    [Fact]
    public void A_settlement_that_an_undo_brings_back_is_again_that_of_whoever_made_it()
    {
        team.Says(Ann, "3a").Says(Ben, "3b").Says(Ann, "settle 3b").Says(Chi, "settle 3a").Says(Chi, "undo");
        team.Card.Shows("settled on “Rework for our team” by Ann");
    }

    [Fact]
    public void A_settlement_can_be_taken_back_after_many_answers()
    {
        team.Says(Ann, "3a").Says(Ben, "3b").Says(Chi, "settle 3a").Says(Ann, "1a 2a 4a 5a 6a").Says(Ben, "1a 2a 4a 5a 6a").Says(Chi, "undo");
        team.Replied(ReplyNature.Confirmation, "Undone: item 3 is no longer settled.");
    }

    [Fact]
    public void A_compromise_that_nobody_chose_holds_while_people_differ()
    {
        team.Says(Ann, "2b").Says(Ben, "2d").Says(Chi, "settle 2c").Says(Ann, "2a");
        team.Card.Shows("settled on “Can wait hours” by Chi");
    }

    [Fact]
    public void A_settled_item_says_so_in_the_recommendation()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Chi, "2c").Says(Ben, "settle 2b").Says(Ann, "finish");
        team.Recommendation.Shows(
            "Item 2: “Can wait hours” (Chi) would lead to nightly batch.",
            "Item 2 was settled on “Can wait minutes” by Ben.");
    }
}
