using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

public sealed class UnknownSettingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Slack:SigningSecrt", "Slack:SigningSecret")]
    [InlineData("Teams:AllowedTenant:0", "Teams:AllowedTenants:0")]
    [InlineData("Web:Keys", "Web:Key")]
    [InlineData("Teams:Graph:Pins", "Teams:Graph:Pin")]
    public void A_misspelt_setting_is_noticed_with_the_nearest_that_there_is(string written, string meant)
    {
        var notice = Assert.Single(Reading.InDevelopment(_folder.FullPath, (written, "x")).Findings.Notices);

        Assert.Contains(written, notice, StringComparison.Ordinal);
        Assert.EndsWith($"{meant}.", notice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slack:bottoken")]
    [InlineData("TEAMS:TENANTID")]
    public void Case_does_not_matter(string written) =>
        Assert.DoesNotContain(
            Reading.InDevelopment(_folder.FullPath, (written, "x")).Findings.Notices,
            notice => notice.Contains("not a setting", StringComparison.Ordinal));

    [Fact]
    public void Keys_outside_the_bots_own_sections_are_left_to_the_framework() =>
        Assert.Empty(Reading.InDevelopment(_folder.FullPath, ("Logging:LogLevel:Default", "Debug"), ("PATH", "/bin"), ("WEBSITE", "x")).Findings.Notices);
}
