using System.Security.Cryptography;

namespace ChecklistBot.Rules;

/// <summary>Loads, checks and compiles checklist files.</summary>
public static class ChecklistFile
{
    /// <summary>The largest file that is read, in bytes; the built-in one has some 14,000.</summary>
    public const int Largest = 1_048_576;

    private const string BuiltInName = "should-we-integrate.json";

    private static readonly Lazy<byte[]> BuiltInBytes = new(ReadBuiltIn);

    /// <summary>The bytes of the built-in checklist file: UTF-8, JSON with comments.</summary>
    public static ReadOnlyMemory<byte> BuiltIn => BuiltInBytes.Value;

    /// <summary>Reads a file and reports everything that is wrong with it, all at once. No bytes make it throw.</summary>
    /// <param name="utf8">The file's bytes: JSON; comments and trailing commas are allowed.</param>
    /// <param name="fileName">How findings name the file.</param>
    public static LoadResult Load(ReadOnlyMemory<byte> utf8, string fileName)
    {
        var findings = new FindingList(fileName);
        var checklist = Load(utf8.Span, findings);
        return new LoadResult(checklist, findings.InFileOrder());
    }

    /// <summary>The built-in checklist, compiled anew at each call.</summary>
    /// <exception cref="InvalidOperationException">The built-in file is not sound: a bug, which the tests rule out.</exception>
    public static CompiledChecklist LoadBuiltIn()
    {
        var result = Load(BuiltIn, BuiltInName);
        return result.Checklist ?? throw new InvalidOperationException(string.Join('\n', result.Findings));
    }

    private static CompiledChecklist? Load(ReadOnlySpan<byte> utf8, FindingList findings)
    {
        if (SourceReader.Read(utf8, Largest, findings) is not { } node) return null;
        var hash = Convert.ToHexStringLower(SHA256.HashData(utf8));
        return DefinitionReader.Read(node, hash, findings) is { } source ? new Checker(source, findings).Run() : null;
    }

    private static byte[] ReadBuiltIn()
    {
        using var stream = typeof(ChecklistFile).Assembly.GetManifestResourceStream(BuiltInName)
            ?? throw new InvalidOperationException($"The resource {BuiltInName} is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
