using System.Text.Json.Nodes;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Tools;

public sealed class EvaluateTests
{
    /// <summary>The example of the contract, answers and result word for word.</summary>
    private const string ExampleAnswers =
        """{"frequency":"real-time","delay":"seconds","error-cost":"high","reach":"large","maintenance":"yes"}""";

    private const string ExampleResult = """
        { "settled": true, "path": "immediate-sync", "rule": "R1",
          "flags": ["real-time-required", "high-cost-of-error"], "cautions": ["one-hub"], "companion": null,
          "because": { "frequency": "real-time", "error-cost": "high", "maintenance": "yes" },
          "reachable": ["immediate-sync"], "matters": [],
          "whatIf": [ { "item": "maintenance", "option": "no", "path": "lightweight-connector" } ] }
        """;

    [Fact]
    public void The_example_of_the_contract_comes_out_word_for_word_and_in_its_order()
    {
        var run = ToolRun.WithInput(ExampleAnswers, "evaluate", "-");

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(Compact(ExampleResult), Compact(run.Output));
    }

    [Fact]
    public void A_list_gives_a_list_with_one_result_an_answer_set()
    {
        var run = ToolRun.WithInput($"[{ExampleAnswers}, {{}}, {ExampleAnswers}]", "evaluate", "-");

        var results = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(3, results.Count);
        Assert.Equal(Compact(ExampleResult), results[0]!.ToJsonString());
        Assert.Equal(Compact(ExampleResult), results[2]!.ToJsonString());
        Assert.Equal("[]", Compact(ToolRun.WithInput("[]", "evaluate", "-").Output));
    }

    [Fact]
    public void While_several_paths_can_come_out_path_rule_and_because_are_null() => Assert.Equal(
        Compact("""
            { "settled": false, "path": null, "rule": null, "flags": [], "cautions": [], "companion": null, "because": null,
              "reachable": ["immediate-sync", "nightly-batch", "single-source-of-truth", "lightweight-connector", "documented-manual"],
              "matters": ["frequency", "delay", "error-cost", "ownership", "maintenance"], "whatIf": [] }
            """),
        Compact(ToolRun.WithInput("{}", "evaluate", "-").Output));

    [Fact]
    public void Null_is_an_open_item() => Assert.Equal(
        ToolRun.WithInput("{}", "evaluate", "-").Output,
        ToolRun.WithInput("""{ "frequency": null }""", "evaluate", "-").Output);

    [Fact]
    public void Unknown_items_and_options_are_all_named_with_what_to_write()
    {
        var run = ToolRun.WithInput("""
            [{ "frequency": "realtime" },
             { "delays": "hours" }]
            """, "evaluate", "-");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal(
            [
                "(standard input):1: realtime: is no option of frequency, but answers[0] names it; write \"real-time\"",
                "(standard input):2: delays: is no item, but answers[1] names it; write \"delay\"",
            ],
            run.ErrorLines);
    }

    [Theory]
    [InlineData("{ \"delay\": \"hours\", \"delay\": \"days\" }", "(standard input):1: delay: is answered twice in answers; keep one")]
    [InlineData("{ \"delay\": 3 }", "(standard input):1: answers: has a number where the id of a known option of delay belongs; write one in quotes")]
    [InlineData("\"hours\"", "(standard input):1: answers: is a text; write answers as an object such as {\"item\":\"option\"}")]
    [InlineData("", "(standard input):1: file: is empty; write JSON")]
    public void Other_faults_of_answers_are_a_sentence_too(string answers, string sentence)
    {
        var run = ToolRun.WithInput(answers, "evaluate", "-");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal([sentence], run.ErrorLines);
    }

    [Fact]
    public void Broken_JSON_is_a_sentence_with_its_line()
    {
        var run = ToolRun.WithInput("{\n  \"delay\": hours }", "evaluate", "-");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("(standard input):2: file: is not JSON here", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>Standard input was once decoded before it was judged, and what a file may not hold was let through there.</summary>
    [Theory]
    [InlineData("7B2266726571756E6379223A22FF227D")]
    [InlineData("FFFE7B007D00")]
    [InlineData("EFBBBF7B7D")]
    public void Standard_input_is_judged_byte_for_byte_as_a_file_is(string hex)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("answers.json");
        var bytes = Convert.FromHexString(hex);
        File.WriteAllBytes(file, bytes);

        var ofFile = ToolRun.Of("evaluate", file);
        var ofInput = ToolRun.WithInput(new MemoryStream(bytes), "evaluate", "-");

        Assert.Equal(ofFile with { Errors = ofFile.Errors.Replace(file, "(standard input)", StringComparison.Ordinal) }, ofInput);
    }

    [Fact]
    public void Standard_input_without_end_is_not_read_to_its_end()
    {
        using var spaces = new EndlessStream();

        var run = ToolRun.WithInput(spaces, "evaluate", "-");

        Assert.Equal(["(standard input):1: file: has more than 16,777,216 bytes; write a shorter one"], run.ErrorLines);
    }

    [Fact]
    public void Answers_and_the_checklist_come_from_files()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("answers.json"), """{ "coin": "heads" }""");
        File.WriteAllText(folder.File("coin.json"), CheckTests.Coin);

        var run = ToolRun.Of("evaluate", "--checklist", folder.File("coin.json"), folder.File("answers.json"));

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal("stay", (string?)JsonNode.Parse(run.Output)!["path"]);
    }

    [Fact]
    public void An_unsound_checklist_is_refused_with_its_findings()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("coin.json"), CheckTests.Coin.Replace("[\"heads\"]", "[\"head\"]", StringComparison.Ordinal));

        var run = ToolRun.WithInput("{}", "evaluate", "--checklist", folder.File("coin.json"), "-");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal([$"{folder.File("coin.json")}:5: head: is no option of coin, but R1 names it; write \"heads\""], run.ErrorLines);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_sentence()
    {
        var run = ToolRun.Of("evaluate", "nowhere.json");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Equal(["nowhere.json:1: file: is not there; write the path of a file that is"], run.ErrorLines);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("evaluate", "a.json", "b.json")]
    [InlineData("evaluate", "--checklist")]
    [InlineData("evaluate", "--checklist", "a.json")]
    [InlineData("evaluate", "--checklist", "a.json", "--checklist", "b.json", "-")]
    [InlineData("evaluate", "--verbose", "-")]
    public void A_wrong_call_gets_the_usage(params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("evaluate [--checklist FILE] ANSWERS", run.Errors, StringComparison.Ordinal);
    }

    private static string Compact(string json) => JsonNode.Parse(json)!.ToJsonString();
}
