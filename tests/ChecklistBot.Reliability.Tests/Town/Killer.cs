using ChecklistBot.Tests.Harness;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>Ends processes as a power cut would and starts them again.</summary>
internal sealed class Killer(TownSlack slack)
{
    private readonly List<Death> blows = [];

    private readonly List<Death> falls = [];

    public IReadOnlyList<Death> Blows => blows;

    /// <summary>Kills one process and starts it again at once.</summary>
    public async Task StrikeAsync(BotProcess bot, int copy)
    {
        var at = slack.Now;
        await bot.KillAsync();
        blows.Add(new Death(copy, at, slack.Now));
        await bot.StartAgainAsync();
    }

    /// <summary>Notes that the store of a process takes nothing now: like one that died it cannot write down what its posts have come to.</summary>
    public void StoreFalls(int copy)
    {
        var now = slack.Now;
        falls.Add(new Death(copy, now, now));
    }

    /// <summary>Whether the process, or its store, died while this post was under way: taken by the platform, and the answer not yet written down.</summary>
    public bool WasInFlight(Posted post) => blows.Concat(falls).Any(blow =>
        blow.Copy == post.Copy && blow.Over >= post.TakenAt - Margin && (post.AnsweredAt == TimeSpan.MaxValue || blow.At <= post.AnsweredAt + Writing));

    /// <summary>What happened round a message that is there twice.</summary>
    public string Explain(Posted copy, IEnumerable<Posted> channel) =>
        $"{copy.Channel} has “{copy.Headline}” twice, and neither process {copy.Copy} nor its store died near {copy.TakenAt}–{copy.AnsweredAt}.\nPosts:\n"
        + string.Join('\n', channel.Select(post => $"  {post.TakenAt}–{post.AnsweredAt} by {post.Copy}: {post.Headline}"))
        + "\nDeaths:\n" + string.Join('\n', blows.Concat(falls).Select(blow => $"  {blow.At}–{blow.Over} of {blow.Copy}"));

    /// <summary>A post that has left the process may be taken so long after its end: on crowded processors everything here is late together.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    /// <summary>An answer is written down within so long, also by a process that has just started, whose code is compiled at its first use, on
    /// processors that five such tests share: 2.2 s were seen.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(5);
}
