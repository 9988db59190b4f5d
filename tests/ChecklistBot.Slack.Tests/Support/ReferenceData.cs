namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Real payloads and schemas, kept beside the repository and not in it; a test without them is skipped by name.</summary>
internal static class ReferenceData
{
    private const string Absent = "reference data absent";

    private static readonly string? Folder = Find();

    public static string Sample(string name) => Read(Path.Combine("slack-samples", name));

    public static string Schema(string name) => Read(Path.Combine("schemas", name));

    public static IReadOnlyList<string> SampleNames()
    {
        Assert.SkipUnless(Folder is not null, Absent);
        return [.. Directory.EnumerateFiles(Path.Combine(Folder, "slack-samples")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
    }

    private static string Read(string relative)
    {
        Assert.SkipUnless(Folder is not null, Absent);
        return File.ReadAllText(Path.Combine(Folder, relative));
    }

    private static string? Find()
    {
        var reference = Path.Combine(Repository.Root, "..", "shared", "reference");
        return Directory.Exists(reference) ? reference : null;
    }
}
