using ChecklistBot.Slack.Protocol;
using CsCheck;

namespace ChecklistBot.Slack.Tests.Protocol;

public sealed class SlackTextTests
{
    [Theory]
    [InlineData("<@U222> start CRM to accounting", "start CRM to accounting")]
    [InlineData("<@U222|checklist> start", "start")]
    [InlineData("hey <@U222>: finish", "hey  : finish")]
    [InlineData("<@U222>finish", "finish")]
    public void The_bots_own_mention_is_removed(string sent, string read) => Assert.Equal(read, SlackText.Decode(sent, new BotNames("U222")));

    [Theory]
    [InlineData("rename for <@U111|ann>", "rename for @ann")]
    [InlineData("rename for <@U111>", "rename for @U111")]
    [InlineData("start <#C1|sales> sync", "start #sales sync")]
    [InlineData("start <#C1|> sync", "start #C1 sync")]
    [InlineData("start <https://crm.example|crm.example> sync", "start crm.example sync")]
    [InlineData("start <https://crm.example/?a=1&amp;b=2>", "start https://crm.example/?a=1&b=2")]
    [InlineData("start <mailto:a@b.example|a@b.example>", "start a@b.example")]
    [InlineData("start <!here> and <!subteam^S1|@ops> and <!subteam^S2>", "start @here and @ops and")]
    public void Other_mentions_and_links_become_words(string sent, string read) => Assert.Equal(read, SlackText.Decode(sent, new BotNames("U222")));

    [Theory]
    [InlineData("A &amp; B &lt;script&gt;", "A & B <script>")]
    [InlineData("&amp;amp; &amp;lt;", "&amp; &lt;")]
    [InlineData("&quot;x&quot;", "&quot;x&quot;")]
    public void The_three_escapes_are_undone_once(string sent, string read) => Assert.Equal(read, SlackText.Decode(sent, new BotNames("U222")));

    [Theory]
    [InlineData("a < b", "a < b")]
    [InlineData("<", "<")]
    [InlineData("<>", "")]
    [InlineData("<@>", "@")]
    public void Brackets_that_are_no_markup_do_no_harm(string sent, string read) => Assert.Equal(read, SlackText.Decode(sent, new BotNames("U222")));

    [Fact]
    public void No_text_throws() => Gen.String[Gen.Char["<>|@#!&;amplt^ Ua"], 0, 40].Sample(text =>
        Assert.True(SlackText.Decode(text, new BotNames("U222")).Length <= text.Length + 1));
}
