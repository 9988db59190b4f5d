using System.Globalization;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Rules;
using ChecklistBot.Storage;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>People of one channel who take one decision after the other until the time is up; each decision is brought to its end.</summary>
internal sealed class Meeting
{
    /// <summary>Longer than a dead process's claim and the pause after a post of unknown outcome together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string channel;
    private readonly TownSlack slack;
    private readonly List<Person> people;
    private readonly List<Dictionary<string, List<(string Item, string Option)>>> minutes = [];

    public Meeting(int number, int people, Line line, TownSlack slack, ChecklistDefinition checklist)
    {
        channel = string.Create(CultureInfo.InvariantCulture, $"C{number}");
        this.slack = slack;
        this.people = [.. Enumerable.Range(0, people).Select(i =>
            new Person(string.Create(CultureInfo.InvariantCulture, $"U{number}P{i}"), channel, line, checklist, (uint)((number * 100) + i)))];
    }

    public ConversationKey Key => new("slack", "T111", channel);

    public string Channel => channel;

    public int Decisions => minutes.Count;

    public int Acknowledged => minutes.Sum(decision => decision.Values.Sum(answers => answers.Count));

    /// <summary>Holds meetings until it is time to stop; the one in hand is finished.</summary>
    public async Task HoldAsync(int answers, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        do
        {
            await DecideAsync(answers, timeIsUp, cancellationToken);
        }
        while (!timeIsUp.IsCancellationRequested);
    }

    /// <summary>Every acknowledged answer of every decision is in its history exactly once, in order, and nothing else is.</summary>
    public async Task AssertKeptAsync(IStoreReader reader, CancellationToken cancellationToken)
    {
        var assessments = await reader.ListAsync(Key, new AssessmentQuery { Limit = 1000 }, cancellationToken);
        Assert.Equal(minutes.Count, assessments.Count);
        foreach (var assessment in assessments)
        {
            var history = await reader.EventsAsync(Key, assessment.Id, cancellationToken);
            foreach (var (person, expected) in minutes[assessment.Number - 1])
            {
                var number = await reader.FindPersonAsync(Key, person, cancellationToken);
                var kept = history.Where(one => one.Person == number).Select(one => one.Event).OfType<Answered>().Select(one => (one.Item, one.Option));
                Assert.Equal(expected, kept);
            }
        }
    }

    /// <summary>Each decision has its recommendation and its card shows it; returns the posts of one message beyond its first.</summary>
    public IReadOnlyList<Posted> AssertShown()
    {
        var copies = new List<Posted>();
        for (var number = 1; number <= minutes.Count; number++)
        {
            var recommendations = slack.In(channel).Where(post => IsRecommendation(post, number)).ToList();
            var cards = slack.In(channel).Where(post => IsOf(post, number) && !IsRecommendation(post, number)).ToList();
            Assert.NotEmpty(recommendations);
            Assert.NotEmpty(cards);
            // A copy whose id became known too late may stand as it was posted; the one that the bot knows is in its right state.
            Assert.Contains(cards, card => card.Headline.Contains("is finished. Recommended path:", StringComparison.Ordinal));
            copies.AddRange(recommendations[..^1]);
            copies.AddRange(cards[..^1]);
        }

        return copies;
    }

    private async Task DecideAsync(int answers, CancellationToken timeIsUp, CancellationToken cancellationToken)
    {
        var number = minutes.Count + 1;
        foreach (var person in people)
            person.Begin();
        await people[0].SayAsync($"start Decision {number} of {channel}", cancellationToken);
        await SeesAsync(post => IsOf(post, number), $"the card of decision {number}", cancellationToken);

        await Task.WhenAll(people.Select(async person =>
        {
            for (var i = 0; i < answers && !timeIsUp.IsCancellationRequested; i++)
            {
                // Whichever copy of the card somebody sees: taps on each of them work.
                var cards = slack.In(channel).Where(post => IsOf(post, number)).ToList();
                await person.AnswerAsync(cards[i % cards.Count], cancellationToken);
            }

            await person.AgreeAsync(cancellationToken);
        }));
        minutes.Add(people.ToDictionary(person => person.Id, person => person.Acknowledged.ToList()));
        await people[^1].SayAsync("finish", cancellationToken);
        await SeesAsync(post => IsRecommendation(post, number), $"the recommendation of decision {number}", cancellationToken);
    }

    private static bool IsOf(Posted post, int number) => post.Headline.StartsWith($"#{number} ", StringComparison.Ordinal);

    private static bool IsRecommendation(Posted post, int number) =>
        IsOf(post, number) && post.Headline.Contains(": the recommended path is ", StringComparison.Ordinal);

    private async Task SeesAsync(Func<Posted, bool> isWanted, string what, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (!slack.In(channel).Any(isWanted))
                await Task.Delay(50, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"{channel} never saw {what}:\n{string.Join('\n', slack.In(channel).Select(post => post.Headline))}");
        }
    }
}
