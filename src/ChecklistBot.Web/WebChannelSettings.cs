namespace ChecklistBot.Web;

/// <summary>What the host tells the web channel, already checked.</summary>
public sealed record WebChannelSettings
{
    /// <summary>The pass phrase (setting <c>Web:Key</c>); null or empty where everybody who reaches the address may come in.</summary>
    public string? Key { get; init; }

    /// <summary>The address that people reach (setting <c>PublicUrl</c>), when a proxy stands in front; null otherwise.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>For the times beside messages (setting <c>TimeZone</c>).</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The title of the checklist in use, for people who come in.</summary>
    public string Title { get; init; } = "Should we integrate our systems?";

    /// <summary>The checklist's introduction in a sentence or two; null for none.</summary>
    public string? Intro { get; init; }

    /// <summary>How many event streams may be open at once; more are told to come back later.</summary>
    public int MostStreams { get; init; } = 2000;

    /// <summary>How often an idle event stream says that it is still there, so that proxies keep it open.</summary>
    public TimeSpan HeartBeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a stop waits for a reader who does not take what is written.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(2);
}
