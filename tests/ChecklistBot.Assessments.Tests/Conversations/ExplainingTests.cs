using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>The reason, what would change it, and what is missing.</summary>
public sealed class ExplainingTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

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
        team.Replied(ReplyNature.Content, "#1 leads to immediate sync. These answers alone lead there, whatever the other answers are:", "Item 3, What happens if a record is wrong or lost? “Customers or money hit”.");
        team.Reply.Hides("Item 2", "Item 4", "Item 5");
    }

    [Fact]
    public void A_tied_item_in_the_reason_stands_with_all_its_options()
    {
        team.Says(Ann, "1b 2b 3b 5a 6a").Says(Ben, "2a").Says(Ann, "finish");
        team.Recommendation.Shows("“Can wait seconds” or “Can wait minutes” (item 2)");
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
    public void While_an_item_is_tied_nothing_is_said_of_a_change_that_leads_elsewhere_with_one_of_its_options_only()
    {
        team.Says(Ann, "1c 2c 3b 5b 6a").Says(Ben, "2b").Says(Ben, "what if");
        team.Replied(ReplyNature.Content, "#1 leads to single source of truth. Without the team's answer to items 2 and 4 no single change leads to another path for certain.");
        team.Says(Chi, "5a").Says(Ben, "5b").Says(Ann, "finish");
        team.Recommendation.Hides("What would change it");
        team.Recommendation.Shows("Item 5: “Clear owner and source” (Chi) could lead to nightly batch or lightweight connector.");
        team.Says(Ann, "reopen").Says(Ben, "2c").Says(Ben, "what if");
        team.Replied(ReplyNature.Content, "Item 5: “Clear owner and source” would lead to nightly batch.");
    }

    [Fact]
    public void Without_every_answer_nothing_is_promised_about_changes()
    {
        team.Says(Ann, "1d 2c 3c 6b").Says(Ben, "what if");
        team.Replied(
            ReplyNature.Content,
            "#1 leads to documented manual handoff. Without the team's answer to items 4 and 5 no single change leads to another path for certain.");
    }

    [Theory]
    [InlineData("why #1")]
    [InlineData("what if #1")]
    public void What_was_cancelled_leads_nowhere(string question)
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "cancel").Says(Ben, question);
        team.Replied(ReplyNature.Content, "#1 was cancelled, so its answers lead nowhere. Reopen it to go on.");
    }

    [Fact]
    public void What_decides_is_the_same_for_why_as_for_finish()
    {
        team.Says(Ann, "1a 3a 5a 6a").Says(Ben, "1a 3b 5a 6a").Says(Chi, "1b").Says(Ann, "finish");
        team.Card.Shows("Item 3 decides");
        team.Says(Chi, "why");
        team.Replied(ReplyNature.Content, "#1 is not settled: it can still lead to immediate sync or lightweight connector. Settle item 3, or finish without agreement.");
    }

    [Fact]
    public void Finished_without_agreement_the_outvoted_answers_that_lead_elsewhere_are_named_too()
    {
        team.Says(Ann, "1a 3a 5a 6a 2c").Says(Ben, "1a 3b 5a 6a 2c").Says(Chi, "1b 2c").Says(Ann, "finish anyway");
        team.Recommendation.Shows(
            "No single path yet: two are left",
            "Where you differed",
            "Item 1: “Moves every hour” (Chi) would lead to nightly batch.");
        team.Recommendation.Hides("Item 3: “Rework for our team” (Ben)");
    }

    [Fact]
    public void Once_what_finish_asked_for_is_settled_the_card_has_finish_on_it()
    {
        team.Says(Ann, "1a 3a 5a 6a").Says(Ben, "1a 3b 5a 6a").Says(Chi, "1b").Says(Ann, "finish").Taps(Ben, "Settle on “Customers or money hit”");
        team.Card.Shows("By the majority's answers: immediate sync.", "Finish now");
        team.Taps(Ben, "Finish now");
        Assert.Equal("immediate-sync", team.Recommendation.PathId);
    }

    [Fact]
    public void Why_and_what_if_say_what_is_missing_while_nothing_is_settled()
    {
        team.Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 has no answers yet, so there is nothing to explain.");
        team.Says(Ann, "1b 2c 3b").Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 is not settled: it can still lead to nightly batch or single source of truth. What still counts: item 5.");
        team.Says(Ann, "5a").Says(Ben, "5b").Says(Ben, "what if");
        team.Replied(ReplyNature.Content, "Settle item 5, or finish without agreement.");
        team.Says(Ann, "finish anyway").Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 is not settled: it can still lead to nightly batch or single source of truth. Reopen it to go on.");
    }
}
