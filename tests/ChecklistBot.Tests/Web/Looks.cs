using ChecklistBot.Tests.Harness;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ChecklistBot.Tests.Web;

/// <summary>Looks at a state of the page as different people would: on a desk by day, on a phone by night. Each look is checked with axe and
/// kept as a picture in <c>artifacts/screenshots</c>.</summary>
internal sealed class Looks
{
    /// <summary>The narrowest phone in common use, in CSS pixels.</summary>
    private const int PhoneWidth = 360;

    private static readonly string Folder = Repository.File("artifacts/screenshots");

    private static readonly AxeRunOptions Rules = new()
    {
        // Off by default in axe: WCAG 2.2's smallest size of what a finger must hit.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    private readonly List<string> _faults = [];

    /// <summary>What was wrong in any look, for one assertion at the end; empty when all was well.</summary>
    public string Faults => string.Join("\n", _faults);

    public async Task At(string state, IPage page)
    {
        await Look(state, page, 1280, 900, ColorScheme.Light, check: true);
        await Look($"{state}-dark", page, 1280, 900, ColorScheme.Dark, check: true);
        await Look($"{state}-phone", page, PhoneWidth, 740, ColorScheme.Light, check: true);
        await Look($"{state}-phone-tall", page, PhoneWidth, 2200, ColorScheme.Light, check: false);
        await Set(page, 1280, 900, ColorScheme.Light);
    }

    private async Task Look(string name, IPage page, int width, int height, ColorScheme scheme, bool check)
    {
        await Set(page, width, height, scheme);
        Directory.CreateDirectory(Folder);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder, $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
        if (!check)
            return;

        var result = await page.RunAxe(Rules);
        foreach (var violation in result.Violations)
            _faults.Add($"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
            _faults.Add($"{name}: the page is wider than the window.");
    }

    /// <summary>Keeps the picture that the README shows; written anew only when UPDATE_IMAGES is 1, since pixels differ from machine to machine.</summary>
    public static async Task KeepForReadmeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_IMAGES") != "1")
            return;
        await Set(page, 1100, 1000, ColorScheme.Light);
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Repository.File($"docs/images/{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
    }

    private static async Task Set(IPage page, int width, int height, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
        await page.SetViewportSizeAsync(width, height);
    }
}
