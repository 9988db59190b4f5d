using ChecklistBot.Rules;

namespace ChecklistBot.Tools;

/// <summary>Reads the files that calls name; one that cannot be read is a finding like any other.</summary>
internal static class ToolFile
{
    public static LoadResult LoadChecklist(string file)
    {
        var (bytes, fault) = Read(file, ChecklistFile.Largest);
        return fault is null ? ChecklistFile.Load(bytes, file) : new LoadResult(null, [fault]);
    }

    public static (ReadOnlyMemory<byte> Bytes, Finding? Fault) Read(string file, int largest) => Read(file, () => File.OpenRead(file), largest);

    /// <summary>At most one byte more than the largest size, which is enough to see that it is too large. What was opened is closed.</summary>
    public static (ReadOnlyMemory<byte> Bytes, Finding? Fault) Read(string file, Func<Stream> open, int largest)
    {
        if (Directory.Exists(file)) return (default, new Finding(file, 1, "file", "is a folder; write the path of a file"));
        try
        {
            using var stream = open();
            using var bytes = new MemoryStream();
            var buffer = new byte[65_536];
            while (bytes.Length <= largest && stream.Read(buffer) is var read and > 0) bytes.Write(buffer, 0, read);
            return (bytes.GetBuffer().AsMemory(0, (int)Math.Min(bytes.Length, largest + 1L)), null);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return (default, new Finding(file, 1, "file", "is not there; write the path of a file that is"));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (default, new Finding(file, 1, "file", "cannot be read; write the path of a file that you may read"));
        }
    }
}
