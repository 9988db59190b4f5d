using System.Globalization;

namespace ChecklistBot.Reliability.Tests;

/// <summary>How long and how large a run is: short within <c>tests/run.sh</c>, long within <c>tests/soak.sh</c>.</summary>
internal static class Soak
{
    /// <summary>The same people do the same things in every run with the same seed; what the machine does in between differs.</summary>
    public static uint Seed { get; } = Read("CHECKLISTBOT_SEED") is { } seed ? (uint)seed : 20_261_124;

    private static int? Seconds { get; } = Read("CHECKLISTBOT_SOAK");

    public static bool IsLong => Seconds is not null;

    /// <summary>The length asked for by CHECKLISTBOT_SOAK (seconds), or the short one.</summary>
    public static TimeSpan Length(int shortSeconds) => TimeSpan.FromSeconds(Seconds ?? shortSeconds);

    public static T Of<T>(T inShort, T atLength) => IsLong ? atLength : inShort;

    private static int? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
