namespace ChecklistBot.Tests.Harness;

/// <summary>Where files are that tests read.</summary>
internal static class Repository
{
    public const string NoReferenceData = "reference data absent";

    /// <summary>The folder with ChecklistBot.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of this repository.</summary>
    public static string File(string path) => Path.Combine(Root, path);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ChecklistBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the repository: no folder above them has ChecklistBot.sln.");
    }
}
