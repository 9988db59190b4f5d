using System.Text.Json;
using System.Xml.Linq;

namespace ChecklistBot.Sbom;

/// <summary>The repository's own files: its version and its lock files.</summary>
internal sealed class Checkout(string root)
{
    /// <summary>Used when publishing for Linux, where CI publishes: it names what other kinds of machine restore too, and the native compiler.</summary>
    private const string PublishedLock = "packages.linux-x64.lock.json";

    /// <summary>Analyses the code while it is built; nothing of it is in the binary.</summary>
    private const string BuildOnly = "Microsoft.NET.ILLink.Tasks";

    private static readonly string[] Folders = ["src", "tests", "tools"];

    public string Root => root;

    /// <summary>The product's version.</summary>
    public string Version => XDocument.Load(Path.Combine(root, "Directory.Build.props")).Descendants("Version").Single().Value;

    /// <summary>The repository that a folder stands in.</summary>
    public static Checkout Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ChecklistBot.sln")))
                return new Checkout(at.FullName);
        }

        throw new DirectoryNotFoundException($"{folder} is in no checkout of the repository.");
    }

    /// <summary>What is in the published binary, by name.</summary>
    public IReadOnlyList<LockedPackage> Shipped() =>
        [.. Read(Path.Combine(root, "src/ChecklistBot", PublishedLock)).Where(package => package.Id != BuildOnly)];

    /// <summary>What else is restored: to build, to test, to measure.</summary>
    public IReadOnlyList<LockedPackage> Others()
    {
        var shipped = Shipped().Select(package => (package.Id, package.Version)).ToHashSet();
        return Ordered(LockFiles().SelectMany(Read).Where(package => !shipped.Contains((package.Id, package.Version))));
    }

    private IEnumerable<string> LockFiles() => Folders
        .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(root, folder)))
        .SelectMany(project => Directory.EnumerateFiles(project, "packages*.lock.json"));

    private static IReadOnlyList<LockedPackage> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return Ordered(file.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(entry => entry.Value.GetProperty("type").GetString() != "Project")
            .Select(entry => new LockedPackage(
                entry.Name,
                entry.Value.GetProperty("resolved").GetString()!,
                entry.Value.GetProperty("contentHash").GetString()!,
                entry.Value.TryGetProperty("dependencies", out var needed) ? [.. needed.EnumerateObject().Select(one => one.Name)] : [])));
    }

    private static IReadOnlyList<LockedPackage> Ordered(IEnumerable<LockedPackage> packages) =>
    [
        .. packages.DistinctBy(package => (package.Id, package.Version))
            .OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase)
            .ThenBy(package => package.Version, StringComparer.Ordinal),
    ];
}
