using System.Diagnostics.CodeAnalysis;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ChecklistBot.Tests.Harness.Browser))]

namespace ChecklistBot.Tests.Harness;

/// <summary>One Chromium for all tests, started when the first asks for it. Each test gets contexts of its own: its own people.</summary>
[SuppressMessage("Naming", "CA1724:Type names should not match namespaces", Justification = "AngleSharp.Browser is a namespace that no test uses.")]
public sealed class Browser : IAsyncDisposable
{
    private const string Absent = "no Chromium on this machine: install chromium, or set CHROMIUM to its path";

    private static readonly string[] UsualPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>In milliseconds: how long an expectation waits before it fails. A crowded machine is slow, not wrong.</summary>
    private const float Patience = 30_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The path of a Chromium, or null.</summary>
    private static string? Program { get; } = new[] { Environment.GetEnvironmentVariable("CHROMIUM") }
        .Concat(UsualPaths).FirstOrDefault(File.Exists);

    /// <summary>A new person at a new browser; skips the test where there is no Chromium.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipUnless(Program is not null, Absent);
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Headless = true,
                // It may run as root in a container, and must call nobody but the bot.
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync",
                ],
            });
        }
        finally
        {
            _gate.Release();
        }

        return await _browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _gate.Dispose();
    }
}
