using System.Text.Json;
using System.Xml.Linq;

namespace ChecklistBot.Sbom;

/// <summary>The packages as restored on this machine, which say what their licence is.</summary>
internal sealed class PackageFolder(Checkout checkout)
{
    /// <summary>Packages that point to a text instead of naming their licence, and one that only publishing restores; somebody has read theirs.</summary>
    private static readonly Dictionary<string, string> ReadByHand = new(StringComparer.Ordinal)
    {
        ["CommandLineParser"] = "MIT",
        ["Microsoft.DotNet.PlatformAbstractions"] = "MIT",
        ["System.Security.Cryptography.ProtectedData"] = "MIT",
        ["runtime.linux-x64.Microsoft.DotNet.ILCompiler"] = "MIT",
    };

    private readonly string folder = Folder(checkout);

    /// <summary>Adds the licence that the package names.</summary>
    /// <exception cref="InvalidDataException">It names no licence, and nobody has looked.</exception>
    public Component Describe(LockedPackage package) => new(
        package,
        ReadByHand.GetValueOrDefault(package.Id)
            ?? Named(package)
            ?? throw new InvalidDataException(
                $"{package.Id} {package.Version} names no licence by its SPDX name: read its licence, and add it to {nameof(ReadByHand)} in {nameof(PackageFolder)}."));

    private string? Named(LockedPackage package)
    {
        // NuGet keeps folders in lower case.
        var name = package.Id.ToLowerInvariant();
        var nuspec = XDocument.Load(Path.Combine(folder, name, package.Version.ToLowerInvariant(), $"{name}.nuspec"));
        return nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "license" && element.Attribute("type")?.Value == "expression")?.Value.Trim();
    }

    private static string Folder(Checkout checkout)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(checkout.Root, "src/ChecklistBot/obj/project.assets.json")));
        return assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
    }
}
