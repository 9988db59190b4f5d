namespace ChecklistBot.Delivery;

/// <summary>How long to wait before something is tried again.</summary>
internal static class Pauses
{
    /// <summary>A post whose outcome nobody knows is not repeated sooner: most often it did arrive.</summary>
    public static readonly TimeSpan UncertainPost = TimeSpan.FromSeconds(30);

    /// <summary>How long messages wait for a platform that is switched off before they are looked at again.</summary>
    public static readonly TimeSpan PlatformOff = TimeSpan.FromMinutes(10);

    /// <summary>How long a call that had begun may still take when the process is told to stop; shorter than the whole stop may take.</summary>
    public static readonly TimeSpan CallWhileStopping = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan LongestPost = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestEdit = TimeSpan.FromMinutes(1);

    /// <summary>30 s, 1 min, 2 min, … at most 10 min.</summary>
    /// <param name="attempts">Tries so far, from 1.</param>
    public static TimeSpan AfterPost(int attempts) => Doubled(UncertainPost, attempts, LongestPost);

    /// <summary>1 s, 2 s, 4 s, … at most 1 min: an edit or a pin may be repeated without harm.</summary>
    /// <param name="attempts">Tries so far, from 1.</param>
    public static TimeSpan AfterEdit(int attempts) => Doubled(TimeSpan.FromSeconds(1), attempts, LongestEdit);

    private static TimeSpan Doubled(TimeSpan first, int attempts, TimeSpan longest)
    {
        var pause = first * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        return pause < longest ? pause : longest;
    }
}
