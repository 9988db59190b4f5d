using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class LostMessageTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting");

    [Fact]
    public void A_deleted_live_card_is_posted_once_by_the_next_command()
    {
        team.Deletes(team.LivePost());
        team.Says(Ben, "1b");
        team.Happened(new Answered("frequency", "hourly", null), new CardMoved(2));
        team.Card.Shows("1 of 6 answered");
        team.Says(Ben, "2b");
        team.Happened(new Answered("delay", "minutes", null));
        Assert.Equal(2, team.Posts.Count);
    }

    [Theory]
    [InlineData("why")]
    [InlineData("settle")]
    [InlineData("export")]
    [InlineData("back")]
    public void Even_a_command_that_changes_nothing_posts_it_again(string command)
    {
        team.Deletes(team.LivePost());
        team.Says(Ben, command);
        team.Happened(new CardMoved(2));
        Assert.NotNull(team.Answer);
    }

    [Fact]
    public void Status_posts_it_once_not_twice()
    {
        team.Deletes(team.LivePost());
        team.Says(Ben, "status");
        team.Happened(new CardMoved(2));
    }

    [Fact]
    public void A_deleted_recommendation_is_posted_once_and_the_first_copy_would_point_to_it()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        var first = team.Posts[^1];
        team.Deletes(first);
        team.Says(Ben, "pin");
        team.Happened(new Pinned(1), new RecommendationRepeated(1, 2));
        Assert.Equal(new RecommendationContent(1, 2), team.Posts[^1].Content);
        Assert.True(team.Posts[^1].IsPinned);
        team.Recommendation.Shows("# Recommended path: Immediate sync", "Pinned: it is in the register.");
        team.Draw(first).Shows("The recommendation of #1 CRM to accounting stands further down. -> https://example.org/m/3");
        team.Says(Ben, "why #1");
        team.NothingHappened();
    }

    [Fact]
    public void Finishing_again_needs_no_second_copy_of_the_lost_one()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish").Says(Ann, "reopen").Says(Ann, "6b");
        team.Deletes(team.Posts[1]);
        team.Says(Ann, "finish");
        Assert.IsType<Finished>(Assert.Single(team.Events));
        Assert.Equal(new RecommendationContent(2, 1), team.Posts[^1].Content);
    }

    [Fact]
    public void The_second_copy_of_revision_1_does_not_number_revision_2()
    {
        team.Says(Ann, "1a 3a 6a").Says(Ann, "finish");
        team.Deletes(team.Posts[^1]);
        team.Says(Ann, "reopen").Says(Ann, "6b").Says(Ann, "finish");
        Assert.Equal(
            [new LiveContent(1), new RecommendationContent(1, 1), new RecommendationContent(1, 2), new RecommendationContent(2, 1)],
            team.Posts.Select(post => post.Content));
        team.Recommendation.Shows("# Recommended path: Lightweight connector");
    }
}
