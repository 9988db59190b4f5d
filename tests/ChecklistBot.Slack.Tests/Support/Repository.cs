namespace ChecklistBot.Slack.Tests.Support;

/// <summary>The folders of the repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Tests => Path.Combine(Root, "tests", "ChecklistBot.Slack.Tests");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChecklistBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
