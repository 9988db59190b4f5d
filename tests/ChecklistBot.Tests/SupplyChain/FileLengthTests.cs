using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.SupplyChain;

public sealed class FileLengthTests
{
    private const int Most = 300;

    private static readonly string[] Kinds = [".cs", ".css", ".js", ".mjs"];
    private static readonly string[] NotByHand = ["bin", "obj", "node_modules"];

    /// <summary>The stylesheet of the room had grown beyond it unseen.</summary>
    [Fact]
    public void A_file_that_is_written_by_hand_can_be_read_in_a_screen_or_two() =>
        Assert.DoesNotContain(
            new[] { "src", "tests", "tools" }.SelectMany(ByHand),
            file => File.ReadLines(Repository.File(file)).Skip(Most).Any());

    private static IEnumerable<string> ByHand(string folder) => Directory.EnumerateFiles(Repository.File(folder), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => Kinds.Contains(Path.GetExtension(file)) && !file.Split(Path.DirectorySeparatorChar).Intersect(NotByHand).Any());
}
