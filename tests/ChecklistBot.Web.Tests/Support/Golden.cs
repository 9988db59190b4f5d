namespace ChecklistBot.Web.Tests.Support;

/// <summary>Compares with a file under <c>Golden</c>. To accept what is drawn now, run the tests with <c>UPDATE_GOLDEN=1</c> and look at the difference.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Root(), "tests", "ChecklistBot.Web.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no golden file {name} yet: run with UPDATE_GOLDEN=1 and look at it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChecklistBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
