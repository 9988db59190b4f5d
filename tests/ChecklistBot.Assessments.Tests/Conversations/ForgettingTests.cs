using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.Tests.Dsl;
using static ChecklistBot.Assessments.Tests.Dsl.People;

namespace ChecklistBot.Assessments.Tests.Conversations;

public sealed class ForgettingTests
{
    private readonly Conversation team = new Conversation().Says(Ann, "start CRM to accounting").Says(Ann, "1a 2a 3a 6a").Says(Ben, "1b");

    [Fact]
    public void Forget_me_asks_first_and_says_what_stays()
    {
        team.Says(Ben, "forget me");
        team.Replied(
            ReplyNature.Asked,
            "Shall I remove your name from this workspace? Outcomes stay, and your name becomes “a colleague”. This cannot be undone.",
            "[!Remove my name]");
        team.Card.Shows("Ben");
        team.Taps(Ben, "Remove my name", on: team.Reply);
        team.Replied(
            ReplyNature.Content,
            "Your name is removed. 1 message is being drawn again without it. Exports already taken keep your name. If you answer again, you are known again.");
    }

    [Fact]
    public void A_forgotten_name_becomes_a_colleague_everywhere_and_the_outcome_stays()
    {
        team.Says(Ann, "finish").Taps(Ben, "Pin", on: team.Recommendation).Forgets(Ben);
        team.Recommendation.Shows("Ann, a colleague", "You differed on item 1: “Moves in real time” (Ann), “Moves every hour” (a colleague); it does not change the result.");
        team.Recommendation.Hides("Ben");
        team.Says(Ann, "export");
        team.Reply.Shows("Moves every hour: a colleague");
        team.Reply.Hides("Ben");
    }

    [Fact]
    public void Names_are_looked_up_when_a_card_is_made()
    {
        team.Renames(Ben, "Benjamin (Fabrikam)");
        team.Card.Shows("Moves every hour: Benjamin (Fabrikam)");
    }

    [Fact]
    public void No_event_state_or_reply_holds_a_name()
    {
        var secret = new Person(7, "Zebedee");
        team.Says(secret, "1c").Says(secret, "rename Titles stay").Says(secret, "settle 1a").Says(secret, "finish").Says(secret, "pin").Says(secret, "why");
        var json = System.Text.Json.JsonSerializer.Serialize(team.State, AssessmentsJson.Default.Assessment);
        Assert.DoesNotContain("Zebedee", json, StringComparison.Ordinal);
        team.Reply.Hides("Zebedee");
        Assert.Contains(7, PeopleShown.In(team.State));
    }

    [Theory]
    [InlineData(0, 0, "Your name is removed. Exports already taken keep your name.")]
    [InlineData(3, 1, "3 messages are being drawn again without it. 1 message can no longer be edited and may still show it. Exports")]
    [InlineData(1, 2, "1 message is being drawn again without it. 2 messages can no longer be edited and may still show it. Exports")]
    public void The_reply_counts_what_it_could_and_could_not_reach(int redrawn, int outOfReach, string expected) =>
        ((NoticeContent)ConversationReplies.Forgotten(redrawn, outOfReach).Content).Card.Shows(expected);

    [Fact]
    public void An_edit_of_what_was_carried_out_changes_nothing_and_says_which_command_would() =>
        ((NoticeContent)ConversationReplies.EditAfterTheFact("1c").Content).Card.Shows(
            "Your message was carried out before you edited it, so the edit changes nothing. To do it now, send as a new message: 1c");

    [Fact]
    public void A_button_of_another_conversation_says_so() =>
        ((NoticeContent)ConversationReplies.Elsewhere().Content).Card.Shows("That button belongs to another conversation.");

    [Fact]
    public void Everyone_in_the_state_may_be_shown()
    {
        team.Says(Chi, "rename By Chi");
        Assert.Equal([1, 2, 3], PeopleShown.In(team.State).Order());
    }
}
