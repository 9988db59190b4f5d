using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ChecklistBot.Tests.Harness;

/// <summary>
/// The real binary, serving on a loopback port of its own with a database in a folder of its own. It can be killed and started
/// again on both, which keeps its address: nobody else is given the port meanwhile, unless the test's own <c>Urls</c> say port 0.
/// </summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly BotOptions _options;
    private readonly StringBuilder _output = new();
    private readonly Lock _gate = new();
    private Process? _process;

    private BotProcess(BotOptions options)
    {
        _options = options;
        Address = new Uri($"http://127.0.0.1:{(options.Settings.ContainsKey("Urls") ? 0 : FreePort.Take())}/");
    }

    /// <summary>The printed address, port 0 where the test's own <c>Urls</c> are yet to be printed; it ends in a slash.</summary>
    public Uri Address { get; private set; }

    /// <summary>Talks to <see cref="Address"/>; follows no redirects and keeps no cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public string Folder => _folder.FullPath;

    public int Id => _process!.Id;

    /// <summary>Everything written so far by every start, standard output and errors together.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
                return _output.ToString();
        }
    }

    /// <summary>Returns as soon as the bot has printed its address.</summary>
    /// <exception cref="InvalidOperationException">It ended or said nothing; the message holds what it wrote.</exception>
    public static async Task<BotProcess> StartAsync(BotOptions? options = null)
    {
        var bot = new BotProcess(options ?? new BotOptions());
        try
        {
            foreach (var (name, text) in bot._options.Files)
                await File.WriteAllTextAsync(bot._folder.File(name), text, TestContext.Current.CancellationToken);
            await bot.StartAgainAsync();
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }

        return bot;
    }

    /// <summary>Starts it again in the same folder, on the same port, after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task StartAgainAsync()
    {
        var start = BotProgram.Prepare(Folder, _options);
        if (Address.Port > 0)
            start.Environment["Urls"] = Address.GetLeftPart(UriPartial.Authority);

        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, address);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, address);
        process.Exited += (_, _) => address.TrySetException(
            new InvalidOperationException($"The bot ended with code {process.ExitCode} before it served. It wrote:\n{Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;

        try
        {
            Address = await address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"The bot printed no address in {Patience.TotalSeconds} s. It wrote:\n{Output}");
        }

        Http?.Dispose();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Ends it as a power cut would (SIGKILL): nothing of it runs any more when this returns.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop (SIGTERM) and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process!.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_process is not null)
        {
            // It may have ended already, by itself or by the test.
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private void Hear(string? line, TaskCompletionSource<Uri> address)
    {
        if (line is null)
            return;

        lock (_gate)
            _output.AppendLine(line);
        if (PrintedAddress().Match(line) is { Success: true } match)
            address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex("""Listening on (?<address>https?://[^\s"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex PrintedAddress();
}
