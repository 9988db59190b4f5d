using System.Diagnostics;

namespace ChecklistBot.Load.Measuring;

/// <summary>What the disk itself asks for.</summary>
internal static class Disk
{
    private const int Times = 200;

    /// <summary>The median time of 4 KB written and flushed: no durable answer can be faster.</summary>
    public static TimeSpan Flush(string folder)
    {
        var latencies = new Latencies();
        var path = Path.Combine(folder, "flush");
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            var block = new byte[4096];
            file.SetLength(Times * block.Length);
            file.Flush(flushToDisk: true);
            for (var i = 0; i < Times; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                latencies.Add(Stopwatch.GetElapsedTime(begun));
            }
        }

        File.Delete(path);
        return latencies.Quantile(0.5);
    }
}
