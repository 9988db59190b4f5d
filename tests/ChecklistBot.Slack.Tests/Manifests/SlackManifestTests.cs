using System.Text.Json;
using ChecklistBot.Slack.Manifests;
using ChecklistBot.Slack.Tests.Support;

namespace ChecklistBot.Slack.Tests.Manifests;

public sealed class SlackManifestTests
{
    private const string Example = "https://checklist.example.com";

    [Fact]
    public async Task Both_manifests_are_valid_by_slacks_own_schema()
    {
        var schema = await NodeTools.WriteAsync("slack-manifest.schema.json", ReferenceData.Schema("slack-manifest.json"));
        var http = await NodeTools.WriteAsync(SlackManifest.HttpFileName, SlackManifest.Http(Example)!);
        var socket = await NodeTools.WriteAsync(SlackManifest.SocketFileName, SlackManifest.Socket());
        Assert.Equal((0, ""), await NodeTools.RunAsync("node", "validate.mjs", schema, http, socket));
    }

    [Fact]
    public async Task The_check_finds_a_command_without_its_slash()
    {
        var schema = await NodeTools.WriteAsync("slack-manifest.schema.json", ReferenceData.Schema("slack-manifest.json"));
        var wrong = await NodeTools.WriteAsync("wrong.json", SlackManifest.Socket().Replace("\"/checklist\"", "\"checklist\"", StringComparison.Ordinal));
        Assert.Equal(1, (await NodeTools.RunAsync("node", "validate.mjs", schema, wrong)).ExitCode);
    }

    [Theory]
    [InlineData(SlackManifest.HttpFileName), InlineData(SlackManifest.SocketFileName)]
    public async Task The_files_in_the_repository_are_what_the_binary_writes(string name)
    {
        var file = Path.Combine(Repository.Root, "manifests", "slack", name);
        var wanted = name == SlackManifest.SocketFileName ? SlackManifest.Socket() : SlackManifest.Http(Example)!;
        Assert.Equal(wanted, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_http_manifest_names_the_three_addresses_below_the_public_one()
    {
        using var manifest = JsonDocument.Parse(SlackManifest.Http(Example + "/bot/")!);
        var root = manifest.RootElement;
        Assert.Equal(Example + "/bot/slack/commands", root.GetProperty("features").GetProperty("slash_commands")[0].GetProperty("url").GetString());
        var settings = root.GetProperty("settings");
        Assert.Equal(Example + "/bot/slack/events", settings.GetProperty("event_subscriptions").GetProperty("request_url").GetString());
        Assert.Equal(Example + "/bot/slack/interactions", settings.GetProperty("interactivity").GetProperty("request_url").GetString());
        Assert.False(settings.GetProperty("socket_mode_enabled").GetBoolean());
    }

    [Fact]
    public void The_socket_manifest_names_no_address()
    {
        Assert.DoesNotContain("url", SlackManifest.Socket(), StringComparison.Ordinal);
        using var manifest = JsonDocument.Parse(SlackManifest.Socket());
        Assert.True(manifest.RootElement.GetProperty("settings").GetProperty("socket_mode_enabled").GetBoolean());
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("checklist.example.com"), InlineData("http://checklist.example.com"), InlineData("https://x.example/?a=1")]
    public void Without_an_https_address_there_is_no_http_manifest(string? address) => Assert.Null(SlackManifest.Http(address));
}
