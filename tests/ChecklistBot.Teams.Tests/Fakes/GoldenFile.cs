namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>Files beside the tests that say how something looked when a person last agreed with it.</summary>
internal static class GoldenFile
{
    private const string Accept = "ACCEPT_GOLDEN";

    /// <summary>Whether this run takes what it sees as the truth.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable(Accept) == "1";

    /// <summary>Compares, or, with the environment's ACCEPT_GOLDEN=1, takes the present state as the new truth.</summary>
    public static void Compare(string name, string actual)
    {
        var path = Path.Combine(SharedData.Root, "tests", "ChecklistBot.Teams.Tests", "Golden", name);
        if (Accepts) File.WriteAllText(path, actual + "\n");
        Assert.True(File.Exists(path), $"{name} was never accepted: look at it, then run the tests once with {Accept}=1.");
        Assert.Equal(File.ReadAllText(path), actual + "\n");
    }
}
