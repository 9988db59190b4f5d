using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Protocol;

/// <summary>Vector B2: what people mean, whatever mentions stand in between.</summary>
public class MentionTests
{
    private const string Nbsp = "\u00a0";

    [Theory]
    [InlineData("<at>Checklist</at> start release 1.2\n", "start release 1.2")]
    [InlineData("start <at>Checklist</at> release 1.2", "start release 1.2")]
    [InlineData("<at>Checklist</at> start <at>Checklist</at>", "start")]
    [InlineData("<at>Checklist</at>" + Nbsp + "start" + Nbsp + "CRM", "start CRM")]
    [InlineData("<at>Checklist</at>&nbsp;start R&amp;D", "start R&D")]
    [InlineData("<at>Checklist</at>", "")]
    [InlineData("  \r\n<AT>checklist</AT>\tstatus\u0000 ", "status")]
    public void The_bots_own_mention_is_taken_out_wherever_it_stands(string text, string said) =>
        Assert.Equal(said, MentionText.Clean(TestActivity.ChannelMessage(text, TestActivity.BotMention()).Parsed()));

    [Fact]
    public void A_renamed_bot_is_known_by_its_id()
    {
        var message = TestActivity.ChannelMessage("<at>Integration helper</at> start CRM", TestActivity.BotMention("Integration helper"));

        Assert.Equal("start CRM", MentionText.Clean(message.Parsed()));
    }

    [Fact]
    public void The_playgrounds_bot_id_has_no_prefix()
    {
        var message = TestActivity.ChannelMessage("<at>Bot</at> start", TestActivity.Mention(TestActivity.AppId, "Bot"));

        Assert.Equal("start", MentionText.Clean(message.Parsed()));
    }

    [Fact]
    public void Other_people_stay_by_name()
    {
        var message = TestActivity.ChannelMessage(
            "<at>Checklist</at> start handover to <at>Bo Example</at>",
            TestActivity.BotMention(),
            TestActivity.Mention("29:1userBo", "Bo Example"));

        Assert.Equal("start handover to Bo Example", MentionText.Clean(message.Parsed()));
    }

    [Fact]
    public void A_name_that_looks_like_the_bots_is_not_guessed_at()
    {
        var message = TestActivity.ChannelMessage("<at>Checklist</at> start", TestActivity.Mention("29:1userX", "Checklist"));

        Assert.Equal("Checklist start", MentionText.Clean(message.Parsed()));
    }
}
