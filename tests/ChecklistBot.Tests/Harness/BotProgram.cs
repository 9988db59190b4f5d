using System.Collections;
using System.Diagnostics;

namespace ChecklistBot.Tests.Harness;

/// <summary>The program under test: the native binary that CHECKLISTBOT_BINARY names, else the one built beside the tests.</summary>
internal static class BotProgram
{
    private static readonly string[] Foreign = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "URLS", "OTEL_", "TEAMS__", "SLACK__", "WEB__", "STORAGE__", "KESTREL__"];

    /// <summary>The native binary; null when the one beside the tests is meant.</summary>
    public static string? Binary => Environment.GetEnvironmentVariable("CHECKLISTBOT_BINARY") is { Length: > 0 } binary ? binary : null;

    /// <summary>For one run in <paramref name="folder"/>; settings in this process's own environment do not reach it.</summary>
    public static ProcessStartInfo Prepare(string folder, BotOptions options)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Binary is { } binary)
        {
            start.FileName = binary;
        }
        else
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ChecklistBot.dll"));
        }

        foreach (var argument in options.Arguments)
            start.ArgumentList.Add(argument);

        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = options.Environment;
        foreach (var (key, value) in options.Settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    /// <summary>For one run of a copy of the program, whose own folder a test may then put files into: other tests start the same program.</summary>
    /// <param name="program">An empty folder for the copy.</param>
    /// <param name="folder">The folder to run in.</param>
    /// <param name="options">As for <see cref="Prepare"/>.</param>
    public static ProcessStartInfo PrepareCopy(string program, string folder, BotOptions options)
    {
        var start = Prepare(folder, options);
        var original = start.FileName == "dotnet" ? start.ArgumentList[0] : start.FileName;
        var home = Path.GetDirectoryName(Path.GetFullPath(original))!;
        // Only the program's own file decides which folder it stands in; the rest is large and may be linked.
        foreach (var path in Directory.EnumerateFileSystemEntries(home).Where(path => path != Path.GetFullPath(original)))
            File.CreateSymbolicLink(Path.Combine(program, Path.GetFileName(path)), path);
        var copied = Path.Combine(program, Path.GetFileName(original));
        File.Copy(original, copied);
        if (start.FileName == "dotnet")
            start.ArgumentList[0] = copied;
        else
            start.FileName = copied;
        return start;
    }

    /// <summary>Runs it to its end, for calls that end by themselves. What runs on after <paramref name="within"/> is killed and fails the test.</summary>
    public static Task<BotExit> RunAsync(string folder, BotOptions options, string input = "", TimeSpan? within = null) =>
        RunAsync(Prepare(folder, options), input, within);

    /// <summary>As <see cref="RunAsync(string, BotOptions, string, TimeSpan?)"/>, for a run that is prepared already.</summary>
    public static async Task<BotExit> RunAsync(ProcessStartInfo start, string input = "", TimeSpan? within = null)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(within ?? TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"It did not end by itself. It wrote:\n{await output}\n{await errors}");
        }

        return new BotExit(process.ExitCode, await output, await errors);
    }
}
