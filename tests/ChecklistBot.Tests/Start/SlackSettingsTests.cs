using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

public sealed class SlackSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Slack:SigningSecret", "s")]
    [InlineData("Slack:AppToken", "xapp-1")]
    public void Each_way_in_needs_the_bot_token_to_answer(string key, string value)
    {
        Assert.Equal(["Slack:BotToken"], Reading.InProduction(_folder.FullPath, (key, value)).RefusedKeys);

        var complete = Reading.InProduction(_folder.FullPath, (key, value), ("Slack:BotToken", "xoxb-1"));
        Assert.Empty(complete.RefusedKeys);
        Assert.True(complete.Settings!.Slack.IsOn);
    }

    [Fact]
    public void A_bot_token_alone_is_refused_since_it_switches_nothing_on() =>
        Assert.Equal(["Slack:BotToken"], Reading.InProduction(_folder.FullPath, ("Slack:BotToken", "xoxb-1")).RefusedKeys);

    [Fact]
    public void Two_tokens_in_each_others_place_are_refused() =>
        Assert.Equal(
            ["Slack:AppToken", "Slack:BotToken"],
            Reading.InProduction(_folder.FullPath, ("Slack:AppToken", "xoxb-1"), ("Slack:BotToken", "xapp-1")).RefusedKeys.Order(StringComparer.Ordinal));
}
