using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Tests.WebApi;

public sealed class PostingDecisionTests
{
    [Theory]
    [InlineData(true, false, false, false, false, PostingRoute.Post)]
    [InlineData(false, false, false, false, false, PostingRoute.JoinFirst)]
    [InlineData(true, true, false, false, false, PostingRoute.Post)]
    [InlineData(false, true, false, false, false, PostingRoute.AskForInvitation)]
    [InlineData(false, false, false, true, false, PostingRoute.AskForInvitation)]
    [InlineData(true, false, true, false, false, PostingRoute.Post)]
    [InlineData(true, false, false, false, true, PostingRoute.Archived)]
    public void Membership_decides(bool member, bool isPrivate, bool direct, bool group, bool archived, PostingRoute route) =>
        Assert.Equal(route, PostingDecision.For("C1", SlackReply<ConversationFacts>.Done(new ConversationFacts(member, isPrivate, direct, group, archived))));

    [Theory]
    [InlineData("C1", "channel_not_found", PostingRoute.AskForInvitation)]
    [InlineData("G1", "channel_not_found", PostingRoute.AskForInvitation)]
    [InlineData("D1", "channel_not_found", PostingRoute.BetweenOthers)]
    [InlineData("C1", "missing_scope", PostingRoute.Post)]
    public void A_conversation_that_slack_hides_is_one_without_the_bot(string channel, string code, PostingRoute route) =>
        Assert.Equal(route, PostingDecision.For(channel, SlackReply<ConversationFacts>.Refused(code)));

    [Fact]
    public void Where_nothing_is_known_the_post_itself_will_tell() =>
        Assert.Equal(PostingRoute.Post, PostingDecision.For("C1", SlackReply<ConversationFacts>.Unknown("time-out")));

    [Theory]
    [InlineData(PostingRoute.AskForInvitation, "/invite")]
    [InlineData(PostingRoute.BetweenOthers, "Write to me directly")]
    [InlineData(PostingRoute.Archived, "archived")]
    public void A_person_is_told_what_would_help(PostingRoute route, string words) =>
        Assert.Contains(words, PostingDecision.Sentence(route), StringComparison.Ordinal);
}
