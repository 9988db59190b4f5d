namespace ChecklistBot.Tests.Faults;

/// <summary>What a platform may ask of the bot, whatever happens.</summary>
internal static class PlatformLimits
{
    /// <summary>A message is edited at most once in 1.5 s, failed edits counted.</summary>
    public static void EditsAreSpaced(UnreliablePlatform platform)
    {
        foreach (var message in Edits(platform).GroupBy(arrival => (arrival.Call.Conversation, arrival.Call.MessageId)))
        {
            var times = message.Select(arrival => arrival.At).ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(
                pair.Second - pair.First >= TimeSpan.FromSeconds(1.5), $"{message.Key}: {pair.Second - pair.First} between two edits"));
        }
    }

    /// <summary>A workspace of Slack gets at most 45 edits in any minute.</summary>
    public static void MinutesHaveFewEdits(UnreliablePlatform slack)
    {
        var times = Edits(slack).Select(arrival => arrival.At).ToList();
        Assert.All(times, moment => Assert.InRange(times.Count(other => other >= moment && other < moment + TimeSpan.FromMinutes(1)), 1, 45));
    }

    /// <summary>Nobody calls again before a <c>Retry-After</c> is over.</summary>
    public static void WaitsAreKept(UnreliablePlatform platform) => Assert.Empty(platform.Impatient);

    private static IEnumerable<(PlatformCall Call, DateTimeOffset At)> Edits(UnreliablePlatform platform) =>
        platform.Arrived.Where(arrival => arrival.Call.Verb == PlatformVerb.Edit);
}
