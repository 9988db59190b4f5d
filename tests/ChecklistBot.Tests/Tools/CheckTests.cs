using System.Text;
using ChecklistBot.Rules;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Tools;

public sealed class CheckTests
{
    public const string Coin = """
        { "id": "coin", "version": "1", "title": "Stay or go?",
          "items": [{ "id": "coin", "question": "Which side?", "options": [
            { "id": "heads", "label": "Heads", "meaning": "The head." }, { "id": "tails", "label": "Tails", "meaning": "The tail." }] }],
          "paths": [{ "id": "stay", "label": "Stay", "what": "Stay.", "next": "Sit." }, { "id": "go", "label": "Go", "what": "Go.", "next": "Rise." }],
          "rules": [{ "id": "R1", "when": { "item": "coin", "in": ["heads"] }, "path": "stay" },
            { "id": "R2", "when": {}, "path": "go" }] }
        """;

    [Fact]
    public void The_built_in_checklist_is_sound()
    {
        var run = ToolRun.Of("check");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.StartsWith("Sound: should-we-integrate 1.0.0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sound_file_is_called_sound()
    {
        using var folder = new TemporaryFolder();
        const string Case = """, "cases": [{ "name": "the head", "answers": { "coin": "heads" }, "path": "stay" }] }""";
        File.WriteAllText(folder.File("coin.json"), Coin[..^2] + Case);

        var run = ToolRun.Of("check", folder.File("coin.json"));

        Assert.Equal(0, run.Code);
        Assert.Contains(", 1 item, 3 answer sets with open items, 1 case comes out as written.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_has_its_own_line_on_standard_output_with_file_line_id_and_advice()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("coin.json");
        File.WriteAllText(file, Coin.Replace("\"Tails\"", "\"Tails, or whatever is below\"", StringComparison.Ordinal)
            .Replace("\"path\": \"go\"", "\"path\": \"goo\"", StringComparison.Ordinal));

        var run = ToolRun.Of("check", file);

        Assert.Equal((1, ""), (run.Code, run.Errors));
        Assert.Equal(
            [
                $"{file}:3: tails: has a label of 27 characters; write one of at most 24 and put the rest into \"meaning\"",
                $"{file}:6: goo: is no path, but R2 names it; write \"go\"",
            ],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_a_folder_is_a_finding()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(
            new ToolRun(1, "nowhere.json:1: file: is not there; write the path of a file that is\n", ""), ToolRun.Of("check", "nowhere.json"));
        Assert.Equal(
            new ToolRun(1, $"{folder.FullPath}:1: file: is a folder; write the path of a file\n", ""),
            ToolRun.Of("check", folder.FullPath));
    }

    [Fact]
    public void A_file_without_end_is_not_read_to_its_end()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("long.json");
        using (var stream = File.Create(file)) stream.SetLength(50_000_000);

        Assert.Equal(new ToolRun(1, $"{file}:1: file: has more than 1,048,576 bytes; write a shorter one\n", ""), ToolRun.Of("check", file));
    }

    [Fact]
    public void Checklist_prints_the_built_in_file_byte_for_byte()
    {
        var run = ToolRun.Of("checklist");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(ChecklistFile.BuiltIn.ToArray(), Encoding.UTF8.GetBytes(run.Output));
    }

    [Theory]
    [InlineData("check", "a.json", "b.json")]
    [InlineData("check", "--all")]
    [InlineData("checklist", "a.json")]
    public void A_wrong_call_gets_the_usage(params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("Usage:", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("CHECK")]
    public void Other_calls_are_not_for_the_tools(params string[] args) => Assert.Equal(new ToolRun(null, "", ""), ToolRun.Of(args));
}
