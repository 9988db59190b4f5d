using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Replies;

namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>What tests say about the newest turn.</summary>
internal static class ConversationAssertions
{
    /// <summary>Exactly these events, in this order.</summary>
    public static void Happened(this Conversation team, params AssessmentEvent[] expected) => Assert.Equal(expected, team.Events);

    /// <summary>Nothing changed.</summary>
    public static void NothingHappened(this Conversation team) => Assert.Empty(team.Events);

    /// <summary>The person was told this, and why they were told.</summary>
    public static void Replied(this Conversation team, ReplyNature nature, params string[] texts)
    {
        Assert.Equal(nature, team.Answer?.Nature);
        team.Reply.Shows(texts);
    }

    /// <summary>Understood, not done, and told so.</summary>
    public static void Refused(this Conversation team, params string[] texts)
    {
        Assert.Empty(team.Events);
        team.Replied(ReplyNature.Refused, texts);
    }

    /// <summary>The card said it all.</summary>
    public static void SaidNothing(this Conversation team) => Assert.Null(team.Answer);
}
