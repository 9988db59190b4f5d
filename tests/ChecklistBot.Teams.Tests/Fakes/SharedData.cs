namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>Public data beside the repository: official schemas. Tests that need it are skipped by name where it is absent.</summary>
internal static class SharedData
{
    public static string Root { get; } = FindRoot();

    public static string Schema(string file)
    {
        var path = Path.Combine(Root, "..", "shared", "reference", "schemas", file);
        Assert.SkipUnless(File.Exists(path), "reference data absent");
        return File.ReadAllText(path);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChecklistBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The repository's root was not found above the tests.");
    }
}
