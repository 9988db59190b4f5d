using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

public sealed class DefaultsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void In_Development_the_web_channel_is_on_at_the_usual_loopback_address()
    {
        var settings = Reading.InDevelopment(_folder.FullPath).Settings!;

        Assert.Equal(["http://127.0.0.1:5080"], settings.Addresses.Select(address => address.Text));
        Assert.True(settings.IsWebOn);
        Assert.Null(settings.WebKey);
    }

    [Fact]
    public void In_Production_the_web_channel_is_off_and_the_address_is_the_frameworks()
    {
        var settings = Reading.InProduction(_folder.FullPath).Settings!;

        Assert.Equal(["http://localhost:5000"], settings.Addresses.Select(address => address.Text));
        Assert.False(settings.IsWebOn);
    }

    [Fact]
    public void The_database_is_a_SQLite_file_in_the_folder_that_the_bot_was_started_from()
    {
        var settings = Reading.InProduction(_folder.FullPath).Settings!;

        Assert.True(settings.Storage.IsSqlite);
        Assert.Equal(_folder.File("checklistbot.db"), settings.DatabasePath);
        Assert.Equal($"Data Source={_folder.File("checklistbot.db")}", settings.Storage.ConnectionString);
    }

    [Fact]
    public void Dates_are_Londons_and_the_checklist_is_the_built_in_one()
    {
        var settings = Reading.InProduction(_folder.FullPath).Settings!;

        Assert.Equal("Europe/London", settings.TimeZone.Id);
        Assert.Equal("should-we-integrate", settings.Checklist.Definition.Id);
    }

    [Fact]
    public void Neither_platform_is_on()
    {
        var settings = Reading.InProduction(_folder.FullPath).Settings!;

        Assert.False(settings.Teams.IsOn);
        Assert.False(settings.Slack.IsOn);
    }

    [Fact]
    public void A_blank_value_is_the_same_as_none()
    {
        var reading = Reading.InDevelopment(
            _folder.FullPath, ("Slack:SigningSecret", " "), ("Teams:AppId", ""), ("Web:Enabled", ""), ("TimeZone", ""), ("Checklist", ""));

        Assert.Empty(reading.Findings.Problems);
        Assert.False(reading.Settings!.Slack.IsOn);
        Assert.False(reading.Settings.Teams.IsOn);
        Assert.True(reading.Settings.IsWebOn);
    }

    [Fact]
    public void Values_are_read_without_the_white_space_around_them()
    {
        var settings = Reading.InProduction(_folder.FullPath, ("Slack:AppToken", " xapp-1\n"), ("Slack:BotToken", "xoxb-1\n")).Settings!;

        Assert.Equal("xapp-1", settings.Slack.AppToken);
        Assert.Equal("xoxb-1", settings.Slack.BotToken);
    }

    [Fact]
    public void Lists_are_read_by_their_index()
    {
        var settings = Reading.InProduction(
            _folder.FullPath,
            ("Teams:AppId", "app"),
            ("Teams:TenantId", "home"),
            ("Teams:ClientSecret", "secret"),
            ("Teams:AllowedTenants:0", "home"),
            ("Teams:AllowedTenants:1", "partner")).Settings!;

        Assert.Equal(["home", "partner"], settings.Teams.AllowedTenants);
    }
}
