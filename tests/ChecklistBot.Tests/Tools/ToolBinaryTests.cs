using System.Text;
using System.Text.Json.Nodes;
using ChecklistBot.Rules;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Tools;

[Trait("starts", "the binary")]
public sealed class ToolBinaryTests
{
    [Fact]
    public async Task The_binary_prints_the_built_in_checklist_checks_what_it_printed_and_evaluates_with_it()
    {
        using var folder = new TemporaryFolder();
        var printed = await RunAsync(folder, "", "checklist");
        await File.WriteAllTextAsync(folder.File("mine.json"), printed.Output, TestContext.Current.CancellationToken);
        var check = await RunAsync(folder, "", "check", "mine.json");
        var evaluated = await RunAsync(folder, """[{ "ownership": "messy", "frequency": "hourly", "delay": "hours" }]""", "evaluate", "--checklist", "mine.json", "-");

        Assert.Equal(ChecklistFile.BuiltIn.ToArray(), Encoding.UTF8.GetBytes(printed.Output));
        Assert.Equal((0, 0, 0), (printed.Code, check.Code, evaluated.Code));
        Assert.Equal("single-source-of-truth", (string?)JsonNode.Parse(evaluated.Output)![0]!["path"]);
    }

    /// <summary>The binary once knew every call but this one, while the call itself was tested.</summary>
    [Fact]
    public async Task The_binary_writes_the_manifests_with_the_configured_ids_and_names_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        var bare = await RunAsync(folder, "", "manifests", "--out", "bare");
        var full = await RunAsync(
            folder, "", "manifests", "--out", "full", "--PublicUrl=https://bot.example.com", "--Teams:AppId=11111111-2222-3333-4444-555555555555");

        Assert.Equal((1, 0), (bare.Code, full.Code));
        Assert.Contains("PublicUrl", bare.Errors, StringComparison.Ordinal);
        Assert.Equal(["slack-socket.json"], Names("bare"));
        Assert.Equal(["slack-http.json", "slack-socket.json", "teams.zip"], Names("full"));

        IEnumerable<string?> Names(string name) => Directory.GetFiles(folder.File(name)).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    /// <summary>It once read the folder's appsettings.json alone, and missed ids with which the bot itself served.</summary>
    [Theory]
    [InlineData("Production", true, "appsettings.json")]
    [InlineData("Development", false, "appsettings.Development.json")]
    public async Task The_ids_of_the_manifests_are_found_wherever_the_serving_bot_finds_its_settings(string environment, bool isBeside, string file)
    {
        using var program = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var options = new BotOptions { Arguments = ["manifests", "--out", "files"], Environment = environment };
        var start = BotProgram.PrepareCopy(program.FullPath, folder.FullPath, options);
        await File.WriteAllTextAsync(
            (isBeside ? program : folder).File(file),
            """{ "PublicUrl": "https://bot.example.com", "Teams": { "AppId": "11111111-2222-3333-4444-555555555555" } }""",
            TestContext.Current.CancellationToken);
        var exit = await BotProgram.RunAsync(start);

        Assert.Equal((0, ""), (exit.Code, exit.Errors));
        Assert.True(File.Exists(folder.File("files/teams.zip")));
        Assert.Contains("https://bot.example.com/", await File.ReadAllTextAsync(folder.File("files/slack-http.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_said_and_no_manifest_is_written()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("appsettings.json"), "{ not JSON", TestContext.Current.CancellationToken);
        var exit = await RunAsync(folder, "", "manifests", "--out", "files");

        Assert.Equal(1, exit.Code);
        Assert.StartsWith("The settings cannot be read: ", exit.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", exit.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("files")));
    }

    [Fact]
    public async Task Every_call_that_the_tools_know_is_one_of_the_binary()
    {
        using var folder = new TemporaryFolder();
        var manifests = await RunAsync(folder, "", "manifests", "--out", "files");
        var copy = await RunAsync(folder, "", "copy");

        Assert.Contains("slack-socket.json", manifests.Output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (manifests.Code, copy.Code));
        Assert.StartsWith("copy needs to know where to", copy.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_input_ends_with_1_and_a_wrong_call_with_2_and_neither_with_a_stack_trace()
    {
        using var folder = new TemporaryFolder();
        var wrongInput = await RunAsync(folder, "{ \"when\": \"now\" }", "evaluate", "-");
        var wrongCall = await RunAsync(folder, "", "evaluate");

        Assert.Equal((1, 2), (wrongInput.Code, wrongCall.Code));
        Assert.Contains("when: is no item", wrongInput.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", wrongInput.Errors + wrongCall.Errors, StringComparison.Ordinal);
    }

    private static Task<BotExit> RunAsync(TemporaryFolder folder, string input, params string[] args) =>
        BotProgram.RunAsync(folder.FullPath, new BotOptions { Arguments = args }, input);
}
