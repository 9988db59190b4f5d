using System.Globalization;

namespace ChecklistBot.Tests.Faults;

/// <summary>How long tests of endurance last: short with all others, and as long as <c>CHECKLISTBOT_SOAK</c> says (seconds) when it is set.</summary>
internal static class Soak
{
    /// <summary>0 for the short run.</summary>
    public static int Seconds { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CHECKLISTBOT_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    /// <summary>What chance begins with; <c>CHECKLISTBOT_SEED</c> replays a run.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CHECKLISTBOT_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 1;
}
