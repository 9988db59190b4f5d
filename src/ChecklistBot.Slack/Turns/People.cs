using System.Collections.Concurrent;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.WebApi;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// Names of people. Payloads carry none or an outdated one, so <c>users.info</c> is asked, once an hour a person; a slow or
/// failing answer delays nobody: the next turn has the name.
/// </summary>
internal sealed class People(ISlackApi api, AfterAck work, TimeProvider time)
{
    /// <summary>How long an acknowledgement waits for a name.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1), RetryAfterFailure = TimeSpan.FromMinutes(1);
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, Entry> known = new(StringComparer.Ordinal);
    private readonly long start = time.GetTimestamp();

    /// <summary>Since the start, by the clock that nobody can set: one set back would keep everybody nameless who was just asked for.</summary>
    private TimeSpan Now => time.GetElapsedTime(start);

    public async Task<PersonReference> OfAsync(SlackPerson person, CancellationToken cancellationToken)
    {
        var now = Now;
        if (!known.TryGetValue(person.UserId, out var entry) || entry.AskAgain <= now)
        {
            if (known.Count >= Most)
                known.Clear();
            // Marked before the answer is there, so that a Slack that hangs is waited for once a minute and not at every tap.
            entry = known[person.UserId] = new Entry(entry?.Facts, now + RetryAfterFailure);
            var asking = AskAsync(person.UserId, work.Stopping);
            entry = await asking.OrNothingAsync(Patience, time, cancellationToken) ?? entry;
        }

        return new PersonReference(
            person.UserId,
            entry.Facts?.Name ?? (string.IsNullOrWhiteSpace(person.Name) ? "a colleague" : person.Name),
            entry.Facts switch
            {
                { IsStranger: true } => "another organisation",
                { IsGuest: true } => "guest",
                _ => null,
            })
        {
            IsStopgap = entry.Facts is null,
        };
    }

    private async Task<Entry> AskAsync(string user, CancellationToken cancellationToken)
    {
        var reply = await api.GetUserAsync(user, cancellationToken);
        if (reply.Answer is { } facts)
            known[user] = new Entry(facts, Now + Fresh);
        return known.TryGetValue(user, out var entry) ? entry : new Entry(null, Now);
    }

    private sealed record Entry(UserFacts? Facts, TimeSpan AskAgain);
}
