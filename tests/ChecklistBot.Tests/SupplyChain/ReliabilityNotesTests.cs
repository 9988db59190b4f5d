using System.Text.RegularExpressions;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.SupplyChain;

/// <summary>The table of promises names tests and runs that exist, and leaves no figure to be filled in.</summary>
public sealed partial class ReliabilityNotesTests
{
    private static readonly string Notes = File.ReadAllText(Repository.File("docs/reliability.md"));

    [Fact]
    public void Every_test_that_the_notes_name_exists()
    {
        var sources = Directory.EnumerateFiles(Repository.File("tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = Named().Matches(Notes).Select(match => match.Groups["class"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, test => !sources.Exists(text => Regex.IsMatch(text, $@"\bclass {test}\b")));
    }

    [Fact]
    public void Every_long_run_that_the_notes_name_exists()
    {
        var script = File.ReadAllText(Repository.File("tests/soak.sh"));
        var named = Run().Matches(Notes).Select(match => match.Groups["run"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, run => Assert.Contains($"[{run}]=", script, StringComparison.Ordinal));
    }

    [Fact]
    public void No_figure_is_left_to_be_filled_in() => Assert.DoesNotMatch(Placeholder(), Notes);

    [GeneratedRegex(@"`(?<class>[A-Z]\w+(?:Tests|Contract))`", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"`tests/soak\.sh \d+ (?<run>[a-z-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    [GeneratedRegex(@"\| [A-Z]{4,} \|")]
    private static partial Regex Placeholder();
}
