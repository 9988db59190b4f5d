using System.Text;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Fakes;

namespace ChecklistBot.Teams.Tests.Endpoint;

/// <summary>What is turned away, and how little it costs.</summary>
public sealed class TurnedAwayTests : IAsyncLifetime
{
    private TeamsHost host = null!;

    public async ValueTask InitializeAsync() => host = await TeamsHost.StartAsync();

    public async ValueTask DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_probe_by_HEAD_or_GET_is_405()
    {
        using var head = await host.SendAsync(HttpMethod.Head);
        using var get = await host.SendAsync(HttpMethod.Get);

        Assert.Equal((405, 405), ((int)head.StatusCode, (int)get.StatusCode));
    }

    [Fact]
    public async Task Without_a_token_the_body_is_not_even_read()
    {
        using var response = await host.SendAsync(HttpMethod.Post, new StringContent("not JSON"));

        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(0, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"type\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"invoke\",\"value\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"type\":\"message\",\"\\udc00\":1}")]
    public async Task A_body_that_is_no_activity_is_400(string body) =>
        Assert.Equal(400, (await host.PostAsync(new StringContent(body), host.Key.Header(new TokenSpec()))).Status);

    [Fact]
    public async Task A_body_that_is_not_UTF_8_or_nested_without_end_is_400()
    {
        var header = host.Key.Header(new TokenSpec());

        Assert.Equal(400, (await host.PostAsync(new ByteArrayContent([.. "{\"type\":\""u8, 0xff, .. "\"}"u8]), header)).Status);
        Assert.Equal(400, (await host.PostAsync(new StringContent(new string('[', 100_000)), header)).Status);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_413_with_and_without_its_length()
    {
        var header = host.Key.Header(new TokenSpec());
        var large = Encoding.UTF8.GetBytes("{\"type\":\"message\",\"text\":\"" + new string('x', 1024 * 1024) + "\"}");

        Assert.Equal(413, (await host.PostAsync(new ByteArrayContent(large), header)).Status);
        Assert.Equal(413, (await host.PostAsync(new StreamContent(new Unhurried(large)), header)).Status);
        Assert.Empty(host.Turns.Turns);
    }

    [Fact]
    public async Task An_activity_without_usable_ids_is_400()
    {
        var nobody = TestActivity.ChannelMessage("hello");
        nobody.Remove("from");
        var climbing = TestActivity.ChannelMessage("hello");
        climbing["conversation"]!["id"] = "..";

        Assert.Equal(400, (await host.PostAsync(nobody)).Status);
        Assert.Equal(400, (await host.PostAsync(climbing)).Status);
    }

    [Fact]
    public async Task Without_authentication_only_this_machine_is_answered()
    {
        await using var open = await TeamsHost.StartAsync(settings =>
        {
            (settings.AppId, settings.TenantId, settings.Authentication) = (null, null, TeamsAuthentication.None);
        });
        var near = TestActivity.ChannelMessage("start");
        near["serviceUrl"] = "http://localhost:56150/_connector";
        near["conversation"]!["tenantId"] = "00000000-0000-0000-0000-0000000000001";
        var far = TestActivity.ChannelMessage("start");

        Assert.Equal(200, (await open.PostAsync(new StringContent(near.ToJsonString()), null)).Status);
        Assert.Equal(403, (await open.PostAsync(new StringContent(far.ToJsonString()), null)).Status);
        // Neither is an address, and what is kept of it would be in the way of a database.
        foreach (var bad in (string[])["http://localhost:56150/\0", "http://localhost:56150/" + new string('a', 2_000)])
        {
            near["serviceUrl"] = bad;
            Assert.Equal(403, (await open.PostAsync(new StringContent(near.ToJsonString()), null)).Status);
        }

        Assert.Single(open.Turns.Turns);
    }

    /// <summary>A body whose length nobody knows beforehand.</summary>
    private sealed class Unhurried(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
