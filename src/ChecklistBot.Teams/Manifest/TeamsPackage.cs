using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChecklistBot.Teams.Manifest;

/// <summary>The package that an administrator uploads to Teams: the manifest with this installation's ids, and two icons.</summary>
public static class TeamsPackage
{
    private const string ManifestName = "manifest.json";
    private const string GraphResource = "https://graph.microsoft.com";

    private static readonly string[] Icons = ["color.png", "outline.png"];

    // The same content makes the same package, byte for byte.
    private static readonly DateTimeOffset EntryTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes the zip.</summary>
    /// <param name="destination">Stays open.</param>
    /// <param name="content">What to fill in.</param>
    public static void Write(Stream destination, TeamsPackageContent content)
    {
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, ManifestName, entry => WriteManifest(entry, content));
        foreach (var icon in Icons)
        {
            Add(zip, icon, entry =>
            {
                using var source = Resource(icon);
                source.CopyTo(entry);
            });
        }
    }

    /// <summary>Writes the manifest alone, as indented JSON.</summary>
    public static void WriteManifest(Stream destination, TeamsPackageContent content)
    {
        using var template = Resource(ManifestName);
        var manifest = JsonNode.Parse(template)!.AsObject();
        var id = content.AppId.ToString("D");
        manifest["version"] = content.Version;
        manifest["id"] = id;
        manifest["bots"]![0]!["botId"] = id;
        foreach (var address in (string[])["websiteUrl", "privacyUrl", "termsOfUseUrl"]) manifest["developer"]![address] = content.Site.AbsoluteUri;
        if (content.PinsThroughGraph) manifest["webApplicationInfo"] = new JsonObject { ["id"] = id, ["resource"] = GraphResource };

        using var json = new Utf8JsonWriter(destination, Indented);
        manifest.WriteTo(json);
    }

    private static void Add(ZipArchive zip, string name, Action<Stream> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        write(stream);
    }

    private static Stream Resource(string name) =>
        typeof(TeamsPackage).Assembly.GetManifestResourceStream($"teams/{name}")
        ?? throw new InvalidOperationException($"The resource teams/{name} is missing from the assembly.");
}
