namespace ChecklistBot.Storage.Sqlite;

/// <summary>The mark of the one bot that works on a file: a file beside it, which the system unlocks whenever and however that process ends.</summary>
/// <remarks>SQLite's own locks keep two bots from writing at once, not from delivering what the other delivers. The mark stays when the bot ends:
/// one that was removed while the next bot opens it would be two.</remarks>
internal sealed class SqliteOccupancy : IDisposable
{
    public const string Suffix = ".lock";

    // How .NET passes "somebody else has it" on: the system's own number, of Linux (EAGAIN), of macOS and BSD (EWOULDBLOCK), of Windows (sharing violation).
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream? mark;

    private SqliteOccupancy(FileStream? mark) => this.mark = mark;

    /// <summary>Null while another process has the mark.</summary>
    /// <param name="path">Of the database.</param>
    public static SqliteOccupancy? TryTake(string path)
    {
        try
        {
            return new SqliteOccupancy(new FileStream(path + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (Taken.Contains(fault.HResult))
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // No folder, no right, no room: opening the database says so next, in a sentence of its own.
            return new SqliteOccupancy(null);
        }
    }

    public void Dispose() => mark?.Dispose();
}
