using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tools;

namespace ChecklistBot.Tests.Tools;

/// <summary><c>manifests --out DIR</c> as the one who sets the bot up calls it.</summary>
public sealed class ManifestsTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public void All_three_files_are_written_with_the_configured_ids()
    {
        using var folder = new TemporaryFolder();
        var output = new StringWriter();
        var code = ToolCommands.TryRun(
            ["manifests", "--out", folder.FullPath, $"--Teams:AppId={AppId}", "--PublicUrl=https://checklist.example.org"],
            () => Stream.Null,
            output,
            TextWriter.Null);

        Assert.Equal(0, code);
        Assert.Equal(["slack-http.json", "slack-socket.json", "teams.zip"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName).Order());
        Assert.Contains("https://checklist.example.org/slack/events", File.ReadAllText(folder.File("slack-http.json")), StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(folder.File("teams.zip"));
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open(), Encoding.UTF8);
        using var manifest = JsonDocument.Parse(reader.ReadToEnd());
        Assert.Equal(AppId, manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
    }

    [Fact]
    public void A_missing_setting_is_named_and_the_files_that_do_not_need_it_are_written()
    {
        using var folder = new TemporaryFolder();
        var error = new StringWriter();
        var code = ToolCommands.TryRun(["manifests", "--out", folder.FullPath], () => Stream.Null, TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.Contains("Teams:AppId", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("PublicUrl", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["slack-socket.json"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName));
    }

    [Fact]
    public void A_place_that_is_a_file_or_cannot_be_written_into_is_told_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "");

        var file = ToolRun.Of("manifests", "--out", folder.File("file"));
        var below = ToolRun.Of("manifests", "--out", folder.File("file/folder"));

        Assert.Equal(new ToolRun(1, "", $"{folder.File("file")} is a file: name a folder behind --out.\n"), file);
        Assert.Equal(1, below.Code);
        Assert.StartsWith($"The files cannot be written into {folder.File("file/folder")}: ", below.Errors, StringComparison.Ordinal);
        Assert.EndsWith(". Name a folder that you may write into behind --out.\n", below.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://checklist.example.org/#x")]
    [InlineData("https://checklist.example.org?x")]
    [InlineData("https://ann:pw@checklist.example.org")]
    public void An_address_behind_which_nothing_can_stand_is_written_nowhere(string address)
    {
        using var folder = new TemporaryFolder();
        var error = new StringWriter();
        var code = ToolCommands.TryRun(
            ["manifests", "--out", folder.FullPath, $"--Teams:AppId={AppId}", $"--PublicUrl={address}"], () => Stream.Null, TextWriter.Null, error);

        Assert.Equal(1, code);
        Assert.Contains("PublicUrl", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(["slack-socket.json"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("manifests")]
    [InlineData("manifests", "--out")]
    [InlineData("manifests", "somewhere")]
    [InlineData("manifests", "--out", "somewhere", "PublicUrl=https://checklist.example.org", "stray")]
    public void A_wrong_call_says_how_it_is_called(params string[] args)
    {
        var error = new StringWriter();
        Assert.Equal(2, ToolCommands.TryRun(args, () => Stream.Null, TextWriter.Null, error));
        Assert.Contains("manifests --out DIR", error.ToString(), StringComparison.Ordinal);
    }
}
