using System.Net.Sockets;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Start;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> BadValues => new()
    {
        { "Urls", "127.0.0.1:5080", "Urls" },
        { "Urls", "ftp://127.0.0.1:5080", "Urls" },
        { "Urls", "http://127.0.0.1:5080/path", "Urls" },
        { "PublicUrl", "checklist.example.org", "PublicUrl" },
        { "PublicUrl", "ftp://checklist.example.org", "PublicUrl" },
        { "PublicUrl", "https://ann:pw@checklist.example.org", "PublicUrl" },
        { "PublicUrl", "https://checklist.example.org/#x", "PublicUrl" },
        { "PublicUrl", "https://checklist.example.org?x", "PublicUrl" },
        { "TimeZone", "Europe/Londinium", "TimeZone" },
        { "Storage:Provider", "oracle", "Storage:Provider" },
        { "Storage:ConnectionString", "Datei=x", "Storage:ConnectionString" },
        { "Storage:ConnectionString", "Data Source=:memory:", "Storage:ConnectionString" },
        { "Storage:ConnectionString", "Data Source=x;Mode=Memory", "Storage:ConnectionString" },
        { "Storage:ConnectionString", "Data Source=no-such-folder/x.db", "Storage:ConnectionString" },
        { "Storage:ConnectionString", "Data Source=.", "Storage:ConnectionString" },
        { "Storage:Provider", "postgresql", "Storage:ConnectionString" },
        { "Checklist", "no-such-file.json", "Checklist" },
        { "Web:Enabled", "yes", "Web:Enabled" },
        { "Logging:LogLevel:ChecklistBot", "Verbose", "Logging:LogLevel:ChecklistBot" },
        { "Logging:Console:LogLevel:Default", "Foo", "Logging:Console:LogLevel:Default" },
        { "Teams:Graph:Pin", "1", "Teams:Graph:Pin" },
        { "Teams:Credential", "Password", "Teams:Credential" },
        { "Teams:Authentication", "off", "Teams:Authentication" },
        { "Teams:OpenIdMetadata", "http://keys.example.org/", "Teams:OpenIdMetadata" },
        { "Teams:Graph:BaseUrl", "graph", "Teams:Graph:BaseUrl" },
        { "Storage", "postgresql", "Storage" },
        { "web", "True", "web" },
        { "Teams:Graph", "true", "Teams:Graph" },
        { "Teams:AllowedTenants", "home", "Teams:AllowedTenants" },
        { "Urls:0", "http://127.0.0.1:5080", "Urls" },
        { "TimeZone:a", "b", "TimeZone" },
        { "Storage:Provider:0", "postgresql", "Storage:Provider" },
        { "Teams:AllowedTenants:0:Id", "home", "Teams:AllowedTenants:0" },
        { "Slack:ApiBaseUrl", "http://slack.example.org/api/", "Slack:ApiBaseUrl" },
        { "Slack:SigningSecret", "s", "Slack:BotToken" },
        { "Slack:AppToken", "xapp-1", "Slack:BotToken" },
        { "Teams:AppId", "app", "Teams:TenantId" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(BadValues))]
    public void A_wrong_setting_is_refused_by_its_key_with_what_is_wrong_and_how_to_mend_it(string key, string value, string refused)
    {
        var reading = Reading.InDevelopment(_folder.FullPath, (key, value));

        Assert.Null(reading.Settings);
        Assert.Contains(refused, reading.RefusedKeys);
        Assert.All(reading.Findings.Problems, problem =>
        {
            Assert.EndsWith(".", problem.What, StringComparison.Ordinal);
            Assert.True(problem.Mend is "" || problem.Mend.EndsWith('.'), problem.Mend);
        });
    }

    /// <summary>Each once said to make the folder.</summary>
    [Theory]
    [InlineData("here", "is a folder, not a file.", "Name a file in it")]
    [InlineData("nowhere/x.db", "does not exist.", "Make that folder")]
    [InlineData("/proc/x.db", "the folder /proc ", "Let the bot's account write there")]
    [InlineData("socket.db", "socket.db cannot be written", "Let the bot's account read and write that file")]
    public void A_database_that_cannot_be_kept_is_refused_with_the_mend_of_its_own_fault(string path, string what, string mend)
    {
        Directory.CreateDirectory(_folder.File("here"));
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("socket.db")));

        var problem = Assert.Single(Reading.InDevelopment(_folder.FullPath, ("Storage:ConnectionString", $"Data Source={path}")).Findings.Problems);

        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.StartsWith(mend, problem.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checklist_that_is_a_folder_is_called_one() =>
        Assert.EndsWith("it is a folder.", Assert.Single(Reading.InDevelopment(_folder.FullPath, ("Checklist", ".")).Findings.Problems).What, StringComparison.Ordinal);

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var reading = Reading.InDevelopment(
            _folder.FullPath, ("Web:Enabled", "yes"), ("TimeZone", "Mars"), ("Slack:AppToken", "xapp-1"), ("Teams:AppId", "app"), ("Checklist", "none.json"));

        Assert.Equal(
            ["Checklist", "Slack:BotToken", "Teams:ClientSecret", "Teams:TenantId", "TimeZone", "Web:Enabled"],
            reading.RefusedKeys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://this-machine:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public void The_web_channel_needs_a_pass_phrase_as_soon_as_an_address_is_not_loopback(string urls)
    {
        Assert.Equal(["Web:Key"], Reading.InDevelopment(_folder.FullPath, ("Urls", urls)).RefusedKeys);
        Assert.Equal(["Web:Key"], Reading.InProduction(_folder.FullPath, ("Urls", urls), ("Web:Enabled", "true")).RefusedKeys);

        Assert.Empty(Reading.InDevelopment(_folder.FullPath, ("Urls", urls), ("Web:Key", "open sesame")).RefusedKeys);
        Assert.Empty(Reading.InDevelopment(_folder.FullPath, ("Urls", urls), ("Web:Enabled", "false")).RefusedKeys);
        Assert.Empty(Reading.InProduction(_folder.FullPath, ("Urls", urls)).RefusedKeys);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.9.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    public void On_loopback_the_web_channel_needs_no_pass_phrase(string urls) =>
        Assert.Empty(Reading.InDevelopment(_folder.FullPath, ("Urls", urls)).RefusedKeys);

    [Theory]
    [InlineData("HTTP_PORTS", "8080")]
    [InlineData("Kestrel:Endpoints:Front:Url", "http://0.0.0.0:8080")]
    public void An_address_that_is_open_to_others_is_noticed_however_it_was_set(string key, string value)
    {
        Assert.Equal(["Web:Key"], Reading.InDevelopment(_folder.FullPath, (key, value)).RefusedKeys);
        Assert.Contains(
            "Teams:Authentication",
            Reading.InDevelopment(_folder.FullPath, (key, value), ("Teams:Authentication", "none"), ("Web:Key", "k")).RefusedKeys);
    }

    [Theory]
    [InlineData("Urls", "http://127.0.0.1:99999", "Urls")]
    [InlineData("Urls", "http://127.0.0.1:5o80", "Urls")]
    [InlineData("Urls", "http://127.0.0.1:", "Urls")]
    [InlineData("Urls", "http://[::1]:abc", "Urls")]
    [InlineData("Urls", "http://[::1]x:5080", "Urls")]
    [InlineData("HTTP_PORTS", "abc", "HTTP_PORTS")]
    [InlineData("Urls", ";", "Urls")]
    [InlineData("Urls", " ; ;", "Urls")]
    [InlineData("Urls", "http://localhost:0", "Urls")]
    [InlineData("Kestrel:Endpoints:Front:Url", "http://localhost:0", "Kestrel:Endpoints:Front:Url")]
    [InlineData("Kestrel:Endpoints:Front:Protocols", "Http1", "Kestrel:Endpoints:Front:Url")]
    public void An_address_that_no_server_could_listen_on_is_refused(string key, string value, string refused) =>
        Assert.Equal([refused], Reading.InDevelopment(_folder.FullPath, (key, value)).RefusedKeys);

    [Theory]
    [InlineData("Certificate:Path", "x")]
    [InlineData("Certificate:Subject", "x")]
    [InlineData("ClientCertificateMode", "AllowCertificate")]
    [InlineData("Sni:example.org:Certificate:Path", "x")]
    public void An_endpoint_without_https_can_have_nothing_that_is_for_https(string part, string value)
    {
        const string endpoint = "Kestrel:Endpoints:Front:";

        Assert.Equal(
            [endpoint + part.Split(':')[0]],
            Reading.InDevelopment(_folder.FullPath, (endpoint + "Url", "http://127.0.0.1:5080"), (endpoint + part, value)).RefusedKeys);
        Assert.Empty(Reading.InDevelopment(_folder.FullPath, (endpoint + "Url", "https://127.0.0.1:5080"), (endpoint + part, value)).RefusedKeys);
    }

    [Fact]
    public void A_public_address_without_a_pass_phrase_is_noticed_but_not_refused()
    {
        var reading = Reading.InDevelopment(_folder.FullPath, ("PublicUrl", "https://checklist.example.org"));

        Assert.Empty(reading.Findings.Problems);
        Assert.Contains(reading.Findings.Notices, notice => notice.Contains("Web:Key", StringComparison.Ordinal));
    }

    /// <summary>What stands behind an unquoted semicolon of a password looks like a key.</summary>
    [Theory]
    [InlineData("postgresql", "Host=localhost;Password=geheim;teil2=abc")]
    [InlineData("postgresql", "Database=checklistbot;Password=geheim;teil2=abc")]
    [InlineData("sqlite", "Data Source=x.db;Password=geheim;teil2=abc")]
    public void A_connection_string_that_cannot_be_read_is_refused_without_a_part_of_its_password(string provider, string text)
    {
        var reading = Reading.InProduction(_folder.FullPath, ("Storage:Provider", provider), ("Storage:ConnectionString", text));

        var problem = Assert.Single(reading.Findings.Problems);
        Assert.Equal("Storage:ConnectionString", problem.Key);
        Assert.Contains("a key that is none", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem.What, StringComparison.Ordinal);
        Assert.DoesNotContain("teil2", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TimeZone", "Europe/London", true)]
    [InlineData("Web:Enabled", "true", false)]
    [InlineData("Teams:AppId", "app", false)]
    [InlineData("Slack:AppToken", "xapp-1", false)]
    public void A_bot_that_nobody_can_use_says_what_to_switch_on(string key, string value, bool isNoticed) =>
        Assert.Equal(
            isNoticed,
            Reading.InProduction(_folder.FullPath, (key, value)).Findings.Notices.Any(notice => notice.StartsWith("Nothing is switched on", StringComparison.Ordinal)));

    [Fact]
    public void An_unsound_checklist_is_refused_with_each_finding()
    {
        File.WriteAllText(_folder.File("own.json"), """
            { "id": "own", "version": "1", "title": "Own", "intro": "",
              "items": [], "flags": [], "paths": [], "rules": [], "cautions": [], "cases": [] }
            """);

        var problem = Assert.Single(Reading.InDevelopment(_folder.FullPath, ("Checklist", "own.json")).Findings.Problems);

        Assert.Equal("Checklist", problem.Key);
        Assert.NotEmpty(problem.Details);
        Assert.All(problem.Details, detail => Assert.StartsWith("own.json:", detail, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_in_the_place_of_one_text_is_told_once_and_is_no_unknown_setting_besides()
    {
        var reading = Reading.InDevelopment(_folder.FullPath, ("Storage:Provider:0", "sqlite"), ("Storage:Provider:1", "postgresql"));

        Assert.Equal(["Storage:Provider"], reading.RefusedKeys);
        Assert.Empty(reading.Findings.Notices);
    }

    [Fact]
    public void A_secret_is_never_repeated()
    {
        const string secret = "very-secret-indeed";
        var reading = Reading.InProduction(
            _folder.FullPath,
            ("Slack:SigningSecret", secret),
            ("Slack:AppToken", $"xoxb-{secret}"),
            ("Teams:Token", secret),
            ("Web:Key", secret),
            ("Storage:Provider", "postgresql"),
            ("Slack:Sekret", secret),
            ("Slack", secret),
            ("Web:Key:0", secret));

        Assert.NotEmpty(reading.Findings.Problems);
        Assert.DoesNotContain(reading.Findings.Problems, problem => $"{problem.What}{problem.Mend}".Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Findings.Notices, notice => notice.Contains(secret, StringComparison.Ordinal));
    }
}
