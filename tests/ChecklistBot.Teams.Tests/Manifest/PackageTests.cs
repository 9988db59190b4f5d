using System.IO.Compression;
using System.Text.Json.Nodes;
using ChecklistBot.Teams.Manifest;
using ChecklistBot.Teams.Tests.Fakes;
using NJsonSchema;

namespace ChecklistBot.Teams.Tests.Manifest;

/// <summary>Vector D3: what an administrator uploads.</summary>
public class PackageTests
{
    private static readonly TeamsPackageContent Content = new(Guid.Parse(TestActivity.AppId), new Uri("https://bot.example/"), "0.1.0", PinsThroughGraph: false);

    private static string Folder => Path.Combine(SharedData.Root, "manifests", "teams");

    [Fact]
    public async Task D3_The_manifest_is_valid_by_the_official_schema_with_and_without_pins()
    {
        var schema = await JsonSchema.FromJsonAsync(SharedData.Schema("teams-manifest-1.29.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(Manifest(Content).ToJsonString()));
        Assert.Empty(schema.Validate(Manifest(Content with { PinsThroughGraph = true }).ToJsonString()));
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(Path.Combine(Folder, "manifest.json"), TestContext.Current.CancellationToken)));
        Assert.NotEmpty(schema.Validate(Manifest(Content with { AppId = Guid.Empty }).ToJsonString().Replace("\"short\"", "\"shirt\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_manifest_carries_the_configured_ids_three_scopes_and_no_permission()
    {
        var manifest = Manifest(Content);
        var bot = manifest["bots"]![0]!;

        Assert.Equal(TestActivity.AppId, manifest["id"]!.GetValue<string>());
        Assert.Equal(TestActivity.AppId, bot["botId"]!.GetValue<string>());
        Assert.Equal(["groupChat", "personal", "team"], bot["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(["privateChannels", "sharedChannels"], manifest["supportedChannelTypes"]!.AsArray().Select(type => type!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Null(manifest["webApplicationInfo"]);
        Assert.Null(manifest["authorization"]);
        Assert.Equal("https://bot.example/", manifest["developer"]!["privacyUrl"]!.GetValue<string>());
    }

    [Fact]
    public void Only_pins_name_the_app_that_calls_Graph() =>
        Assert.Equal(TestActivity.AppId, Manifest(Content with { PinsThroughGraph = true })["webApplicationInfo"]!["id"]!.GetValue<string>());

    [Fact]
    public void The_package_holds_the_manifest_and_both_icons_at_its_root_and_is_the_same_each_time()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        TeamsPackage.Write(first, Content);
        TeamsPackage.Write(second, Content);

        Assert.Equal(first.ToArray(), second.ToArray());
        using var zip = new ZipArchive(first, ZipArchiveMode.Read);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
        using var manifest = zip.Entries[0].Open();
        Assert.Equal(TestActivity.AppId, JsonNode.Parse(manifest)!["id"]!.GetValue<string>());
    }

    [Fact]
    public void The_icons_are_as_drawn_and_of_the_size_that_Teams_wants()
    {
        Compare("color.png", 192, Drawing.Colour());
        Compare("outline.png", 32, Drawing.Outline());
    }

    [Fact]
    public void The_outline_icon_is_white_on_nothing()
    {
        var pixels = Picture.Decode(File.ReadAllBytes(Path.Combine(Folder, "outline.png"))).Pixels.Chunk(4).ToList();

        Assert.All(pixels.Where(pixel => pixel[3] > 0), pixel => Assert.Equal([255, 255, 255], pixel[..3]));
        Assert.Contains(pixels, pixel => pixel[3] == 0);
        Assert.Contains(pixels, pixel => pixel[3] == 255);
    }

    private static JsonNode Manifest(TeamsPackageContent content)
    {
        using var written = new MemoryStream();
        TeamsPackage.WriteManifest(written, content);
        return JsonNode.Parse(written.ToArray())!;
    }

    private static void Compare(string name, int size, byte[] pixels)
    {
        var path = Path.Combine(Folder, name);
        if (GoldenFile.Accepts) File.WriteAllBytes(path, Picture.Encode(size, pixels));
        var icon = Picture.Decode(File.ReadAllBytes(path));
        Assert.Equal((size, size), (icon.Width, icon.Height));
        Assert.Equal(pixels, icon.Pixels);
    }
}
