using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChecklistBot.Load.Play;
using ChecklistBot.Load.Storage;

namespace ChecklistBot.Load.Measuring;

/// <summary>The bot or the floor as a process of its own, on a port of its own, with its database in a folder that is removed afterwards.</summary>
internal sealed class ProgramUnderTest : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Foreign = ["ASPNETCORE_", "DOTNET_ENVIRONMENT", "URLS", "OTEL_", "TEAMS__", "SLACK__", "WEB__", "STORAGE__", "KESTREL__"];

    private readonly Process process;
    private readonly Queue<string> output = new();

    private ProgramUnderTest(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to the first correct answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>User and system time so far, of all its threads.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Returns after the first correct answer.</summary>
    /// <param name="player">Knows how.</param>
    /// <param name="folder">Where it runs, and keeps its database.</param>
    /// <param name="database">Where it keeps everything instead; null for its folder.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ProgramUnderTest> StartAsync(IPlayer player, string folder, ServerDatabase? database, CancellationToken cancellationToken)
    {
        var launch = database?.With(player.Launch) ?? player.Launch;
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
            if (Foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                start.Environment.Remove(name);
        foreach (var (name, value) in launch.Settings)
            start.Environment[name] = value;
        start.Environment["URLS"] = address.AbsoluteUri.TrimEnd('/');
        start.FileName = launch.Program;
        if (launch.Program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            start.FileName = "dotnet";
            start.ArgumentList.Add(launch.Program);
        }

        foreach (var argument in launch.Arguments)
            start.ArgumentList.Add(argument);

        var begun = Stopwatch.GetTimestamp();
        var program = new ProgramUnderTest(Process.Start(start)!, address);
        program.process.OutputDataReceived += (_, line) => program.Hear(line.Data);
        program.process.ErrorDataReceived += (_, line) => program.Hear(line.Data);
        program.process.BeginOutputReadLine();
        program.process.BeginErrorReadLine();
        try
        {
            await program.FirstAnswerAsync(player, begun, cancellationToken);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public Memory Memory()
    {
        var lines = File.ReadAllLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/status"));
        return new Memory(Of("VmHWM:"), Of("VmRSS:"), Of("RssAnon:"));

        double Of(string name)
        {
            var line = lines.First(line => line.StartsWith(name, StringComparison.Ordinal));
            return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>The last lines that it wrote.</summary>
    public string Output()
    {
        lock (output)
            return string.Join('\n', output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task FirstAnswerAsync(IPlayer player, long begun, CancellationToken cancellationToken)
    {
        while (!await player.GreetAsync(Address, cancellationToken))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > Patience)
                throw new LoadFailedException($"{process.StartInfo.FileName} does not serve. It wrote:\n{Output()}");
            await Task.Delay(1, cancellationToken);
        }

        FirstAnswer = Stopwatch.GetElapsedTime(begun);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (output)
        {
            output.Enqueue(line);
            if (output.Count > 20)
                output.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
