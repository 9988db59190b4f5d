namespace ChecklistBot.Storage.Relational;

/// <summary>How moments are kept: units of 100 ns since 1970 in UTC, exactly what the clock gave, so that a state built again from its
/// events equals the one that was stored. In SQL: <c>datetime(at / 10000000, 'unixepoch')</c>.</summary>
internal static class Moments
{
    public static long Write(DateTimeOffset moment) => moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;

    public static DateTimeOffset Read(long stored) => new(stored + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero);
}
