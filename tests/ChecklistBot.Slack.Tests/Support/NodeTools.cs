using System.Diagnostics;
using System.Text;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Slack's own types and a schema checker, installed by npm into the tests' folder; where they cannot be, tests are skipped by name.</summary>
internal static class NodeTools
{
    private static readonly string Folder = Path.Combine(Repository.Tests, "Node");
    private static readonly SemaphoreSlim Installing = new(1, 1);
    private static string? problem;
    private static bool isInstalled;

    /// <summary>Runs a script of the folder with a file of input; its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(string program, params string[] arguments)
    {
        await InstallAsync();
        return await StartAsync(program, arguments);
    }

    /// <summary>A file in the folder that a run can read; not kept in the repository.</summary>
    public static async Task<string> WriteAsync(string name, string content)
    {
        var folder = Path.Combine(Folder, "obj");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        return file;
    }

    private static async Task InstallAsync()
    {
        await Installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!isInstalled && problem is null)
            {
                try
                {
                    var (exitCode, said) = await StartAsync("npm", "ci", "--ignore-scripts");
                    isInstalled = exitCode == 0;
                    problem = isInstalled ? null : $"npm could not install the test tools: {said.Split('\n')[^1]}";
                }
                catch (System.ComponentModel.Win32Exception)
                {
                    problem = "npm is not installed";
                }
            }
        }
        finally
        {
            Installing.Release();
        }

        Assert.SkipUnless(isInstalled, problem ?? "");
    }

    private static async Task<(int ExitCode, string Said)> StartAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said.ToString().TrimEnd());

        void Append(string? line)
        {
            lock (said)
                said.AppendLine(line);
        }
    }
}
