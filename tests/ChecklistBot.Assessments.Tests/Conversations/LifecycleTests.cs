using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

/// <summary>Start, rename, cancel, reopen, revisions, status.</summary>
public sealed class LifecycleTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void Start_opens_an_assessment_and_posts_its_live_card()
    {
        var started = Assert.IsType<Started>(Assert.Single(team.Events));
        Assert.Equal((1, "CRM to accounting", Pace.Hold, "frequency"), (started.Number, started.Title, started.Pace, started.FocusItem));
        Assert.Equal(new ChecklistStamp("should-we-integrate", "1.0.0", Checklists.BuiltIn.Compiled.Definition.ContentHash), started.Checklist);
        team.SaidNothing();
        Assert.Single(team.Posts);
    }

    [Fact]
    public void Without_a_title_it_is_untitled_and_can_be_renamed()
    {
        team.Says(Ben, "start");
        team.Card.Shows("# #2 Untitled");
        team.Taps(Ben, "Rename", input: "  Rota to payroll ");
        team.Happened(new Renamed("Rota to payroll", "Untitled"));
        team.Replied(ReplyNature.Confirmation, "#2 is now called Rota to payroll.");
        team.Card.Shows("# #2 Rota to payroll", "Renamed by Ben; it was “Untitled”.");
        team.Taps(Ben, "Undo", on: team.Reply);
        team.Happened(new Renamed("Untitled", "Rota to payroll") { Undoes = 2 });
        team.Replied(ReplyNature.Confirmation, "Undone: #2 is called Untitled again.");
    }

    [Fact]
    public void A_renaming_without_a_title_or_to_the_same_one_changes_nothing()
    {
        team.Says(Ann, "rename");
        team.Refused("The new title is missing. Give one, such as CRM to accounting; typed, that is rename CRM to accounting.");
        team.Taps(Ann, "Rename", input: "\u200F \t");
        team.Refused("The new title is missing.");
        team.Says(Ann, "rename CRM  to accounting");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "#1 has that title already.");
    }

    [Fact]
    public void The_risky_steps_ask_first_and_say_what_happens()
    {
        team.Card.Shows(
            "[Finish]{Finish #1? The bot posts the recommendation. You can reopen it later. Finish / Go on answering}",
            "[!Cancel]{Cancel #1? It ends without a result. Reopen brings it back with every answer. Cancel it / Keep it}");
    }

    [Fact]
    public void Cancel_ends_without_a_result_and_reopen_brings_back_every_answer()
    {
        team.Says(Ann, "1b").Taps(Ben, "Cancel");
        team.Happened(new Cancelled());
        team.Replied(ReplyNature.Confirmation, "#1 is cancelled. Its answers are kept.");
        team.Card.Shows("Cancelled by Ben. Its answers are kept.", "[Reopen]");
        team.Says(Ann, "rename #1 Other title");
        team.Card.Shows("Cancelled by Ben. Its answers are kept.");
        team.Says(Chi, "cancel #1");
        team.NothingHappened();
        team.Replied(ReplyNature.Confirmation, "#1 is cancelled already.");
        team.Taps(Chi, "Reopen");
        team.Happened(new Resumed());
        team.Card.Shows("Brought back by Chi.", "1 of 6 answered", "Moves every hour: Ann");
        Assert.Equal(1, team.State.Revision);
    }

    [Fact]
    public void Cancel_can_be_undone_by_anybody()
    {
        team.Says(Ann, "cancel").Taps(Ben, "Undo", on: team.Reply);
        team.Happened(new Resumed() { Undoes = 2 });
        team.Replied(ReplyNature.Confirmation, "Undone: #1 goes on where you stopped.");
    }

    [Fact]
    public void A_finished_assessment_cannot_be_cancelled_or_finished_again()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ben, "cancel #1");
        team.Refused("#1 is finished, so there is nothing to cancel. To change its answers, type reopen #1.");
        team.Says(Ben, "finish #1");
        team.Refused("#1 is finished already. Type status #1 for its card, which leads to the recommendation.");
    }

    [Fact]
    public void Reopening_makes_revision_2_linked_both_ways()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        var first = team.Posts[^1];
        team.Taps(Ben, "Change an answer", on: team.Recommendation);
        team.Happened(new Reopened(2));
        team.Replied(ReplyNature.Confirmation, "#1 is open again as revision 2. Revision 1 stays until you finish.");
        team.Card.Shows("Started by Ann · revision 2 · names are shown", "Reopened by Ben.");
        team.Draw(first).Shows("# Recommended path: Immediate sync", "! Revision 2 is open: this may change.");

        team.Says(Ann, "6b").Says(Ann, "finish");
        team.Recommendation.Shows("# Recommended path: Lightweight connector", "revision 2", "It replaces revision 1 (immediate sync). -> https://example.org/m/2");
        team.Draw(first).Shows("#1 CRM to accounting: revision 1 (immediate sync) was replaced by revision 2. -> https://example.org/m/3");
        Assert.Equal(3, team.Posts.Count);
        Assert.Equal([1, 2], team.State.Decisions.Select(decision => decision.Revision));
    }

    [Fact]
    public void An_untouched_reopening_can_be_undone()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ben, "reopen").Taps(Ann, "Undo", on: team.Reply);
        team.Happened(new ReopeningUndone(1) { Undoes = 6 });
        team.Replied(ReplyNature.Confirmation, "Undone: revision 1 of #1 stands again.");
        Assert.Equal((Phase.Finished, 1), (team.State.Phase, team.State.Revision));
        team.Recommendation.Hides("is open");
        team.Card.Hides("Reopened by");
    }

    [Fact]
    public void Undo_typed_again_takes_back_the_reopening_and_goes_no_further_back()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "cancel");
        foreach (var undone in (string[])["#1 goes on where you stopped", "your answer to item 6 is “Someone can maintain it” again", "revision 1 of #1 stands again"])
        {
            team.Says(Ann, "undo");
            team.Replied(ReplyNature.Confirmation, $"Undone: {undone}.");
        }

        team.Says(Ann, "undo");
        team.Refused("#1 is finished.");
        team.Says(Ann, "reopen").Says(Ben, "6b").Says(Ann, "undo");
        team.Refused("Answers have changed since you reopened #1, so that cannot be undone. Cancel it instead: then revision 1 stands as it was.");
    }

    [Theory]
    [InlineData("2a")]
    [InlineData("undo the answer")]
    public void A_reopening_with_a_changed_answer_cannot_be_undone(string change)
    {
        team.Says(Ann, "1a 3a").Says(Ann, "6a");
        var undoAnswer = team.Reply.Button("Undo").Action;
        team.Says(Ann, "finish").Says(Ben, "reopen");
        var undoReopening = team.Reply.Button("Undo").Action;
        if (change == "2a")
            team.Says(Ann, change);
        else
            team.Sends(Ann, undoAnswer);
        Assert.Single(team.Events);
        team.Sends(Ben, undoReopening);
        const string Overtaken = "Answers have changed since you reopened #1, so that cannot be undone. Cancel it instead: then revision 1 stands as it was.";
        team.Refused(Overtaken);
        team.Says(Ben, "undo");
        team.Refused(Overtaken);
        team.Says(Ben, "cancel");
        team.Says(Ben, "why");
        team.Replied(ReplyNature.Content, "#1 leads to immediate sync.");
    }

    [Fact]
    public void An_open_assessment_cannot_be_reopened()
    {
        team.Says(Ann, "reopen #1");
        team.Refused("#1 is open already: change an answer on its card.");
    }

    [Fact]
    public void Cancelling_revision_2_and_going_on_redraws_the_recommendation_of_revision_1()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "reopen");
        var before = team.State;
        team.Says(Ann, "cancel");
        Assert.True(Messages.MessagePlan.Of(before, team.State, [.. team.History(team.State.Id).TakeLast(1)]).RedrawRecommendations);
        team.Recommendation.Shows("[Change an answer]");
        team.Taps(Ben, "Change an answer", on: team.Recommendation);
        team.Happened(new Resumed());
        Assert.Equal(2, team.State.Revision);
    }

    [Fact]
    public void A_cancelled_revision_leaves_the_recommendation_before_it_standing_everywhere()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "reopen").Says(Ann, "6b");
        team.Card.Shows("[!Cancel]{Cancel revision 2 of #1? Revision 1 stands. Reopen brings this one back with every answer. Cancel it / Keep it}");
        team.Says(Ben, "cancel");
        team.Replied(ReplyNature.Confirmation, "Revision 2 of #1 is cancelled. Its answers are kept, and revision 1 stands.");
        team.Card.Shows(
            "Revision 2: cancelled by Ben. Its answers are kept, and revision 1 stands.",
            "**Recommended path: Immediate sync.**",
            "See the recommendation -> https://example.org/m/2",
            "[Reopen]");
        team.Says(Chi, "list");
        team.Reply.Shows("Immediate sync · decided (revision 2 cancelled) · Real-time required · High cost of error · 24 November 2026");
        team.Says(Chi, "why");
        team.Reply.Shows("#1 leads to immediate sync.", "Someone can maintain it");
        team.Says(Chi, "export #1");
        team.Reply.Shows("- **Status:** decided; revision 2 was cancelled", "## Recommended path: Immediate sync");
        team.Says(Chi, "2a #1");
        team.Refused("Revision 2 of #1 was cancelled. Reopen it to go on where you stopped. Until then revision 1 stands.");
        team.Says(Chi, "cancel #1");
        team.Replied(ReplyNature.Confirmation, "Revision 2 of #1 is cancelled already.");
    }

    [Fact]
    public void Answers_of_a_cancelled_revision_are_not_taken_for_the_reason_of_one_that_stands_without_agreement()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ben, "6b").Says(Ann, "finish").Says(Ann, "finish anyway").Says(Ann, "reopen").Says(Ben, "6a").Says(Ben, "cancel");
        team.Says(Chi, "why #1");
        team.Reply.Shows("Revision 1 of #1 stands: finished without agreement. Reopen it to go on.");
    }

    [Fact]
    public void Status_posts_the_live_card_at_the_bottom_and_the_old_one_points_to_it()
    {
        var old = team.LivePost();
        team.Says(Ben, "status");
        team.Happened(new CardMoved(2));
        team.Draw(old).Shows("#1 CRM to accounting goes on further down. -> https://example.org/m/2");
        team.Card.Shows("0 of 6 answered");
    }

    [Fact]
    public void Taps_on_the_old_card_still_count()
    {
        var old = team.Card;
        team.Says(Ben, "status").Taps(Ann, "Moves every hour", on: old);
        team.Happened(new Answered("frequency", "hourly", null));
    }

    [Fact]
    public void A_cancelled_card_says_who_renamed_it_since()
    {
        team.Says(Ann, "cancel").Says(Ben, "rename #1 Leads");
        team.Card.Shows("Cancelled by Ann. Its answers are kept.", "Renamed by Ben; it was “");
    }
}
