namespace ChecklistBot.Load.Measuring;

/// <summary>A folder for one database, removed with everything in it.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string parent)
    {
        FullPath = Path.Combine(parent, $"load-{Guid.NewGuid():n}");
        Directory.CreateDirectory(FullPath);
    }

    public string FullPath { get; }

    /// <summary>What stands behind a folder, such as <c>ext4</c>. A commit in memory would cost nothing, and the figures would lie.</summary>
    /// <exception cref="LoadFailedException">It is kept in memory.</exception>
    public static string DiskOf(string folder)
    {
        var drive = DriveInfo.GetDrives()
            .Where(drive => Path.GetFullPath(folder).StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal))
            .MaxBy(drive => drive.RootDirectory.FullName.Length)
            ?? throw new LoadFailedException($"No drive is known for {folder}.");
        return drive.DriveFormat is "tmpfs" or "ramfs"
            ? throw new LoadFailedException($"{folder} is kept in memory ({drive.DriveFormat}): give another --folder.")
            : $"{drive.DriveFormat} at {drive.RootDirectory.FullName}";
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
