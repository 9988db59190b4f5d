using System.Security.Cryptography;

namespace ChecklistBot.Web.Pages;

/// <summary>A file that comes with the page.</summary>
/// <param name="Address">Its path, with the hash of its content.</param>
/// <param name="MediaType">For the header.</param>
/// <param name="Content">UTF-8.</param>
internal sealed record Asset(string Address, string MediaType, ReadOnlyMemory<byte> Content)
{
    public static Asset Load(string name, string mediaType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new Asset($"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", mediaType, content);
    }
}
