using System.Text.RegularExpressions;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.SupplyChain;

/// <summary>The threat model promises nothing that no test shows.</summary>
public sealed partial class SecurityNotesTests
{
    private static readonly string Notes = File.ReadAllText(Repository.File("docs/security.md"));

    [Fact]
    public void Every_test_that_the_notes_name_exists()
    {
        var sources = Directory.EnumerateFiles(Repository.File("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = Named().Matches(Notes).Select(match => (Class: match.Groups["class"].Value, Method: match.Groups["method"].Value)).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, test => !sources.Exists(text =>
            Regex.IsMatch(text, $@"\bclass {test.Class}\b") && Regex.IsMatch(text, $@"\b{test.Method}\(")));
    }

    [Fact]
    public void Every_threat_names_what_stops_it_and_a_test()
    {
        var rows = Notes.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line != "| threat | what stops it | shown by |").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row =>
        {
            var cells = row.Trim('|', ' ').Split(" | ");
            Assert.Equal(3, cells.Length);
            Assert.Matches(Named(), cells[2]);
        });
    }

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<method>[A-Z]\w+_\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
