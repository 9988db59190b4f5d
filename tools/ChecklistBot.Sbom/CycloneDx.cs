using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChecklistBot.Sbom;

/// <summary>A bill of materials as CycloneDX 1.6 (ECMA-424) writes it in JSON. The same packages give the same file, byte for byte.</summary>
internal static class CycloneDx
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string version, IReadOnlyList<Component> components)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{Identity(version, components)}");
            json.WriteNumber("version", 1);
            WriteProduct(json, version);
            json.WriteStartArray("components");
            foreach (var component in components)
                WriteComponent(json, component);
            json.WriteEndArray();
            WriteDependencies(json, version, components);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void WriteProduct(Utf8JsonWriter json, string version)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("component");
        json.WriteString("type", "application");
        json.WriteString("bom-ref", Product(version));
        json.WriteString("name", "ChecklistBot");
        json.WriteString("version", version);
        WriteLicence(json, "MIT");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteComponent(Utf8JsonWriter json, Component component)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", Url(component.Package));
        json.WriteString("name", component.Package.Id);
        json.WriteString("version", component.Package.Version);
        json.WriteString("scope", "required");
        WriteLicence(json, component.Licence);
        json.WriteString("purl", Url(component.Package));

        // NuGet's own hash leaves a package's signature out, so it is no hash of the file as downloaded.
        json.WriteStartArray("properties");
        json.WriteStartObject();
        json.WriteString("name", "nuget:contentHash");
        json.WriteString("value", component.Package.ContentHash);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLicence(Utf8JsonWriter json, string expression)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteDependencies(Utf8JsonWriter json, string version, IReadOnlyList<Component> components)
    {
        var known = components.ToDictionary(component => component.Package.Id, component => Url(component.Package), StringComparer.OrdinalIgnoreCase);
        var needed = components.SelectMany(component => component.Package.Dependencies).ToHashSet(StringComparer.OrdinalIgnoreCase);
        json.WriteStartArray("dependencies");
        WriteDependency(json, Product(version), components.Where(component => !needed.Contains(component.Package.Id)).Select(component => Url(component.Package)));
        foreach (var component in components)
            WriteDependency(json, Url(component.Package), component.Package.Dependencies.Select(id => known.GetValueOrDefault(id)).OfType<string>());
        json.WriteEndArray();
    }

    private static void WriteDependency(Utf8JsonWriter json, string from, IEnumerable<string> to)
    {
        json.WriteStartObject();
        json.WriteString("ref", from);
        json.WriteStartArray("dependsOn");
        foreach (var one in to)
            json.WriteStringValue(one);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Product(string version) => $"pkg:generic/checklistbot@{version}";

    private static string Url(LockedPackage package) => $"pkg:nuget/{package.Id}@{package.Version}";

    /// <summary>A version 8 UUID (RFC 9562) of everything that the file tells.</summary>
    private static Guid Identity(string version, IReadOnlyList<Component> components)
    {
        var everything = string.Join('\n', components.Select(component => $"{Url(component.Package)} {component.Package.ContentHash} {component.Licence}").Prepend(version));
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(everything)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
