using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class WholeAssessmentTests
{
    [Fact]
    public void A_team_answers_differs_settles_finishes_pins_and_reopens()
    {
        var team = new Conversation();

        team.Says(Ann, "start CRM to accounting");
        team.Card.Shows("# #1 CRM to accounting", "Started by Ann · names are shown", "□□□□□□ 0 of 6 answered", "Item 1 of 6");

        team.Taps(Ann, "Moves every hour");
        team.Happened(new Answered("frequency", "hourly", null));
        team.Says(Ben, "moves every hour");
        team.Taps(Chi, "Next");
        team.Happened(new FocusMoved("delay"));

        team.Says(Ann, "b").Says(Ben, "2 minutes").Says(Chi, "2c");
        team.Card.Shows("Can wait minutes: Ann, Ben · Can wait hours: Chi");

        team.Says(Ann, "error cost medium").Says(Ben, "5a").Says(Ann, "someone");
        team.Says(Ben, "2c").Says(Ben, "2 not sure");
        team.Says(Ann, "finish");
        team.Happened(new DisagreementFound());
        team.Card.Shows("Item 2 decides: “Can wait minutes” (Ann) leads to lightweight connector; “Can wait hours” (Chi) leads to nightly batch.");

        team.Taps(Chi, "Settle on “Can wait minutes”");
        team.Happened(new Settled("delay", "minutes", null));
        team.Taps(Ben, "Finish");
        Assert.IsType<Finished>(Assert.Single(team.Events));
        Assert.Equal(Phase.Finished, team.State.Phase);
        team.Recommendation.Shows("# Recommended path: Lightweight connector", "CRM to accounting · #1 · 24 November 2026 · Ann, Ben, Chi · checklist 1.0.0");

        team.Taps(Chi, "Pin", on: team.Recommendation);
        team.Happened(new Pinned(1));
        team.Taps(Ann, "Change an answer", on: team.Recommendation);
        team.Happened(new Reopened(2));
    }
}
