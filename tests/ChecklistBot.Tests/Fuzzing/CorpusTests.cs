using ChecklistBot.Fuzz;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Fuzzing;

/// <summary>What the fuzzer begins from, and every input that once broke something.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Targets.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_input_that_was_kept_is_read_without_an_exception(string target)
    {
        var files = Directory.GetFiles(Repository.File($"tests/ChecklistBot.Fuzz/Corpus/{target}"));
        Assert.NotEmpty(files);
        foreach (var file in files)
            Targets.All[target](File.ReadAllBytes(file));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_beginning_of_an_input_is_read_without_an_exception(string target)
    {
        foreach (var file in Directory.GetFiles(Repository.File($"tests/ChecklistBot.Fuzz/Corpus/{target}")))
        {
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length++)
                Targets.All[target](bytes[..length]);
        }
    }

    [Fact]
    public void Every_folder_of_inputs_has_its_target() => Assert.Equal(
        Names.Select(row => row.Data),
        Directory.GetDirectories(Repository.File("tests/ChecklistBot.Fuzz/Corpus")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
