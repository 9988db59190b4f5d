using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Tests.Faults;

/// <summary>Minutes of faults of every kind, by seed, and what the conversations look like when they are over.</summary>
public sealed class SimulatedFaultTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(Soak.Seed, 8 + Soak.Seconds)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task After_minutes_of_faults_every_message_is_as_wanted_in_order_and_no_limit_was_broken(int seed)
    {
        await using var town = await FaultyTown.StartAsync(seed);
        await town.LiveAsync(TimeSpan.FromMinutes(20));
        town.Slack.IsWell = town.Teams.IsWell = true;
        await town.SettleAsync();
        await town.TapUnnamedAsync();
        await town.SettleAsync();

        Assert.True(town.Slack.Faults > 20 && town.Teams.Faults > 10, $"{town.Slack.Faults} and {town.Teams.Faults} faults are not many.");
        Assert.Empty(town.Errors);
        foreach (var room in town.Rooms)
            await IsAsWantedAsync(town, room);
        foreach (var platform in (UnreliablePlatform[])[town.Slack, town.Teams])
        {
            PlatformLimits.WaitsAreKept(platform);
            PlatformLimits.EditsAreSpaced(platform);
        }

        PlatformLimits.MinutesHaveFewEdits(town.Slack);
    }

    private static async Task IsAsWantedAsync(FaultyTown town, ConversationReference room)
    {
        var there = town.PlatformOf(room).Messages.Where(message => message.Conversation == room.Key.Id).ToList();
        var wanted = await town.Bot.MessagesAsync(room);
        Assert.NotEmpty(wanted);
        foreach (var message in wanted)
        {
            // Teams may keep a message without saying its id, and this one has been replaced before anybody tapped it.
            if (message is { PlatformId: "", Content: RecommendationContent } && wanted.Any(later => later.Number > message.Number && later.Assessment == message.Assessment))
                continue;
            await Wanted.IsShownAsync(town.Bot.Store, town.Bot.Drawing, message, there);

            // A second copy is there only where the outcome of a post was unknown.
            var copies = there.Count(kept => kept.Number == message.Number);
            Assert.True(copies <= 1 + message.Repeats, $"message {message.Number} of {room.Key.Id} is there {copies} times after {message.Repeats} repeats");
        }

        // People read them in the order in which they were meant.
        Assert.Equal(wanted.Select(message => message.Number).Order(), there.Select(message => message.Number).Distinct());
    }
}
