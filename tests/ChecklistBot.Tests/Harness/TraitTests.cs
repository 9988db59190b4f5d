namespace ChecklistBot.Tests.Harness;

public sealed class TraitTests
{
    // .ci/run picks the tests of the native binary by this trait; one that lacks it would pass there by not running.
    [Fact]
    public void Every_test_that_starts_the_binary_says_so()
    {
        var silent = Directory.EnumerateFiles(Repository.File("tests/ChecklistBot.Tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith($"{nameof(TraitTests)}.cs", StringComparison.Ordinal))
            .Where(path =>
            {
                var text = File.ReadAllText(path);
                return (text.Contains("BotProcess.", StringComparison.Ordinal) || text.Contains("BotProgram.", StringComparison.Ordinal))
                    && !text.Contains("""[Trait("starts", "the binary")]""", StringComparison.Ordinal);
            });

        Assert.Empty(silent);
    }
}
