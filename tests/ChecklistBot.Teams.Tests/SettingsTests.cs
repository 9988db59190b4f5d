using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests;

/// <summary>A wrong setting stops the start with what, where and how to mend it.</summary>
public class SettingsTests
{
    [Fact]
    public void Teams_is_off_until_it_has_an_app_id_and_then_nothing_is_wrong()
    {
        Assert.False(new TeamsSettings().IsOn);
        Assert.Empty(TeamsSettingsCheck.Find(new TeamsSettings(), isDevelopment: false, listensOnLoopbackOnly: false));
    }

    [Fact]
    public void A_whole_set_has_no_faults()
    {
        var settings = Sound();

        Assert.True(settings.IsOn);
        Assert.Empty(TeamsSettingsCheck.Find(settings, isDevelopment: false, listensOnLoopbackOnly: false));
    }

    [Fact]
    public void Without_authentication_no_identity_is_needed_but_Development_and_loopback_are()
    {
        var open = new TeamsSettings { Authentication = "none" };

        Assert.True(open.IsOn);
        Assert.Empty(TeamsSettingsCheck.Find(open, isDevelopment: true, listensOnLoopbackOnly: true));
        Assert.Contains("outside Development", Assert.Single(TeamsSettingsCheck.Find(open, false, true)), StringComparison.Ordinal);
        Assert.Contains("not loopback", Assert.Single(TeamsSettingsCheck.Find(open, true, false)), StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<TeamsSettings>> Faults => new()
    {
        { "Teams:AppId", settings => settings.AppId = "my bot" },
        { "Teams:TenantId", settings => settings.TenantId = null },
        { "Teams:ClientSecret", settings => settings.ClientSecret = " " },
        { "Teams:CertificatePath", settings => settings.Credential = TeamsCredentials.Certificate },
        { "Teams:CertificatePath", settings => (settings.Credential, settings.CertificatePath) = (TeamsCredentials.Certificate, "no-such-file.pem") },
        { "Teams:Credential", settings => settings.Credential = "Password" },
        { "Teams:Authentication", settings => settings.Authentication = "off" },
        { "Teams:OpenIdMetadata", settings => settings.OpenIdMetadata = "http://keys.example/" },
        { "Teams:Issuer", settings => settings.Issuer = "" },
        { "Teams:AllowedServiceHosts", settings => settings.AllowedServiceHosts.Add("a host/with path") },
        { "Teams:Graph:BaseUrl", settings => settings.Graph.BaseUrl = "graph" },
        { "Teams:Token", settings => settings.Token = "fixed" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_one_sentence_that_names_its_setting(string setting, Action<TeamsSettings> spoil)
    {
        var settings = Sound();
        spoil(settings);

        var fault = Assert.Single(TeamsSettingsCheck.Find(settings, isDevelopment: false, listensOnLoopbackOnly: false));
        Assert.StartsWith(setting, fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }

    private static TeamsSettings Sound() => new() { AppId = TestActivity.AppId, TenantId = TestActivity.TenantId, ClientSecret = "not a real one" };
}
