using ChecklistBot.Teams.Tests.Fakes;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Teams.Tests.Authentication;

/// <summary>Vectors A1 to A13: what a request must prove before anything of it is believed.</summary>
public class TokenVectors
{
    private readonly TestKey key = new("key-1", "msteams");

    [Fact]
    public async Task A1_No_header_is_401()
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(401, await checker.StatusAsync(null));
        Assert.Equal(401, await checker.StatusAsync(""));
        Assert.Equal(0, checker.Server.KeyDownloads);
    }

    [Theory]
    [InlineData("Basic eDp5")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer one two")]
    [InlineData("Bearer one,two")]
    [InlineData("bearer abc.def.ghi")]
    [InlineData("Bearer abc.def.ghi")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.W10.AAAA")]
    public async Task A2_Anything_but_one_bearer_token_is_401(string header)
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(401, await checker.StatusAsync(header));
        Assert.Equal(0, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task A3_A_token_of_the_platform_passes()
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(200, await checker.StatusAsync(key.Header(new TokenSpec())));
        Assert.Equal(1, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task A3_The_audience_may_be_written_in_upper_case()
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(200, await checker.StatusAsync(key.Header(new TokenSpec { Audience = TestActivity.AppId.ToUpperInvariant() })));
    }

    [Fact]
    public async Task A4_Another_issuer_or_audience_is_401_and_costs_no_download()
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Issuer = "https://api.botframework.us" })));
        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Issuer = "https://API.botframework.com" })));
        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Audience = TestActivity.TenantId })));
        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Audience = "api://" + TestActivity.AppId })));
        Assert.Equal(0, checker.Server.KeyDownloads);
    }

    [Fact]
    public async Task A4_A_signature_by_another_key_of_the_same_name_is_401()
    {
        await using var checker = await Checker.StartAsync(key);
        var impostor = new TestKey(key.Id, "msteams");

        Assert.Equal(401, await checker.StatusAsync(impostor.Header(new TokenSpec())));
    }

    [Fact]
    public async Task A4_A_changed_payload_or_signature_is_401()
    {
        await using var checker = await Checker.StartAsync(key);
        var parts = key.Sign(new TokenSpec()).Split('.');
        var other = key.Sign(new TokenSpec { Expires = TimeSpan.FromDays(300) }).Split('.');

        Assert.Equal(401, await checker.StatusAsync($"Bearer {parts[0]}.{other[1]}.{parts[2]}"));
        Assert.Equal(401, await checker.StatusAsync($"Bearer {parts[0]}.{parts[1]}."));
        Assert.Equal(401, await checker.StatusAsync($"Bearer {parts[0]}.{parts[1]}.{parts[2][..^8]}AAAAAAAA"));
    }

    [Fact]
    public async Task A4_No_algorithm_is_401()
    {
        await using var checker = await Checker.StartAsync(key);
        var payload = key.Sign(new TokenSpec()).Split('.')[1];
        foreach (var algorithm in (string[])["none", "None", "NONE", ""])
        {
            var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","kid":"{{key.Id}}","typ":"JWT"}""");
            Assert.Equal(401, await checker.StatusAsync($"Bearer {header}.{payload}."));
        }
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    [InlineData("PS256")]
    public async Task A4_Any_algorithm_but_RS256_is_401(string algorithm)
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Algorithm = algorithm })));
        Assert.Equal(0, checker.Server.KeyDownloads);
    }

    [Theory]
    [InlineData(-60, -4, 200)]
    [InlineData(-60, -6, 401)]
    [InlineData(4, 60, 200)]
    [InlineData(6, 60, 401)]
    public async Task A5_Clocks_may_differ_by_five_minutes(int notBefore, int expires, int status)
    {
        await using var checker = await Checker.StartAsync(key);
        var spec = new TokenSpec { NotBefore = TimeSpan.FromMinutes(notBefore), Expires = TimeSpan.FromMinutes(expires) };

        Assert.Equal(status, await checker.StatusAsync(key.Header(spec)));
    }

    [Fact]
    public async Task A6_A_key_that_does_not_vouch_for_Teams_is_403()
    {
        var silent = new TestKey("silent", endorsements: null);
        var empty = new TestKey("empty");
        var other = new TestKey("other", "webchat", "MSTEAMS");
        await using var checker = await Checker.StartAsync(silent, empty, other, key);

        Assert.Equal(403, await checker.StatusAsync(silent.Header(new TokenSpec())));
        Assert.Equal(403, await checker.StatusAsync(empty.Header(new TokenSpec())));
        Assert.Equal(403, await checker.StatusAsync(other.Header(new TokenSpec())));
        Assert.Equal(200, await checker.StatusAsync(key.Header(new TokenSpec())));
    }

    [Fact]
    public async Task A7_The_service_address_must_be_the_tokens()
    {
        await using var checker = await Checker.StartAsync(key);
        var upper = new TokenSpec { ServiceUrl = TestActivity.ServiceUrl.ToUpperInvariant() };
        var elsewhere = new TokenSpec { ServiceUrl = "https://smba.trafficmanager.net/emea/" };

        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec { ServiceUrl = null })));
        Assert.Equal(403, await checker.StatusAsync(key.Header(elsewhere)));
        Assert.Equal(200, await checker.StatusAsync(key.Header(upper)));
    }

    [Fact]
    public async Task A7_An_activity_without_service_address_is_403()
    {
        await using var checker = await Checker.StartAsync(key);
        var activity = TestActivity.ChannelMessage("hello");
        activity.Remove("serviceUrl");

        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec()), activity.Parsed()));
        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec { ServiceUrl = null }), activity.Parsed()));
        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec { ServiceUrl = "" }), activity.Parsed()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData("AseChannel")]
    public async Task A8_Another_channel_is_403(string channel)
    {
        await using var checker = await Checker.StartAsync(key);
        var activity = TestActivity.ChannelMessage("hello");
        activity["channelId"] = channel;

        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec()), activity.Parsed()));
    }

    [Theory]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    public async Task A11_A_token_of_Entra_is_401(string issuer)
    {
        await using var checker = await Checker.StartAsync(key);

        Assert.Equal(401, await checker.StatusAsync(key.Header(new TokenSpec { Issuer = issuer })));
    }

    [Fact]
    public async Task A12_A_tenant_that_is_not_allowed_is_403()
    {
        await using var checker = await Checker.StartAsync(key);
        var stranger = TestActivity.ChannelMessage("hello");
        stranger["conversation"]!["tenantId"] = "99999999-9999-4999-8999-999999999999";
        var nobody = TestActivity.PersonalMessage("hello");
        nobody["conversation"]!.AsObject().Remove("tenantId");
        nobody.Remove("channelData");

        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec()), stranger.Parsed()));
        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec()), nobody.Parsed()));
    }

    [Theory]
    [InlineData("http://smba.trafficmanager.net/uk/")]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user:password@smba.trafficmanager.net/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net:8443/uk/")]
    [InlineData("https://smba.trafficmanager.net/uk/?a=b")]
    [InlineData("https://smba.trafficmanager.net/uk/ https://evil.example")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("smba.trafficmanager.net")]
    public async Task A13_A_service_address_that_is_not_the_platforms_is_403(string serviceUrl)
    {
        await using var checker = await Checker.StartAsync(key);
        var activity = TestActivity.ChannelMessage("hello");
        activity["serviceUrl"] = serviceUrl;

        Assert.Equal(403, await checker.StatusAsync(key.Header(new TokenSpec { ServiceUrl = serviceUrl }), activity.Parsed()));
    }
}
