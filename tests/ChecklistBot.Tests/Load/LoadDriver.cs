using System.Diagnostics;
using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Tests.Load;

/// <summary>The driver of <c>tests/load</c>, as a process of its own.</summary>
internal static class LoadDriver
{
    /// <summary>The table that it prints; fails where an assessment did not come to its end.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var bot = BotProgram.Binary ?? Built("ChecklistBot.dll");
        var start = new ProcessStartInfo(
            "dotnet",
            [Built("ChecklistBot.Load.dll"), .. arguments, "--bot", bot, "--floor", Built("ChecklistBot.Floor.dll"), "--folder", folder.FullPath])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var driver = Process.Start(start)!;
        var table = driver.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = driver.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await driver.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(driver.ExitCode == 0, $"It ended with {driver.ExitCode}:\n{await table}\n{await errors}");
        return await table;
    }

    private static string Built(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
