namespace ChecklistBot.Assessments.Tests.Dsl;

/// <summary>Files with the text that is right. With the environment variable UPDATE_GOLDEN=1 they are written anew: read the difference
/// before you commit it.</summary>
internal static class Golden
{
    private static readonly string Folder = Path.Combine(Root(), "tests", "ChecklistBot.Assessments.Tests", "Golden");

    public static void Matches(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{file} is missing: run the tests once with UPDATE_GOLDEN=1 and read it.");
        Assert.Equal(File.ReadAllText(path), text);
    }

    /// <summary>The text of a file.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "ChecklistBot.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository: no folder above them has ChecklistBot.sln.");
    }
}
