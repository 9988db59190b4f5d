using System.Text.Json.Nodes;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Slack;
using ChecklistBot.Storage;

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

        Assert.True(town.Slack.Faults > 50 && town.Teams.Faults > 15, $"{town.Slack.Faults} and {town.Teams.Faults} faults are not many.");
        Assert.Empty(town.Errors);
        foreach (var room in town.Rooms)
            await IsAsWantedAsync(town, room);
        foreach (var platform in (UnreliablePlatform[])[town.Slack, town.Teams])
        {
            Assert.Empty(platform.Impatient);
            EditsAreSpaced(platform);
        }

        MinutesHaveFewEdits(town.Slack);
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
            var what = $"message {message.Number} of {room.Key.Id}: {message.Content}";
            Assert.True(message.State == MessageState.Delivered, $"{what} is {message.State}: {message.Note}");
            var shown = there.SingleOrDefault(kept => kept.Id == message.PlatformId);
            Assert.True(shown is not null, $"{what} is not there as {message.PlatformId}");
            var (expected, actual) = (await town.WantedAsync(message), town.Shown(room, shown));
            Assert.True(JsonNode.DeepEquals(expected, actual), $"{what} shows\n{Only(actual, expected)}\nand not\n{Only(expected, actual)}");
            if (room.Key.Platform == SlackChannel.Name)
                Assert.Equal(message.WantPinned, shown.IsPinned);
            // A second copy is there only where the outcome of a post was unknown.
            var copies = there.Count(kept => kept.Number == message.Number);
            Assert.True(copies <= 1 + message.Repeats, $"{what} is there {copies} times after {message.Repeats} repeats");
        }

        // People read them in the order in which they were meant.
        Assert.Equal(wanted.Select(message => message.Number).Order(), there.Select(message => message.Number).Distinct());
    }

    /// <summary>The lines that only one of the two has.</summary>
    private static string Only(JsonNode one, JsonNode other) => string.Join('\n', one.ToString().Split('\n').Except(other.ToString().Split('\n')));

    private static void EditsAreSpaced(UnreliablePlatform platform)
    {
        var edits = platform.Arrived.Where(arrival => arrival.Call.Verb == PlatformVerb.Edit).GroupBy(arrival => (arrival.Call.Conversation, arrival.Call.MessageId));
        foreach (var message in edits)
        {
            var times = message.Select(arrival => arrival.At).ToList();
            Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1.5), $"{message.Key}: {pair.Second - pair.First} between two edits"));
        }
    }

    private static void MinutesHaveFewEdits(UnreliablePlatform slack)
    {
        var times = slack.Arrived.Where(arrival => arrival.Call.Verb == PlatformVerb.Edit).Select(arrival => arrival.At).ToList();
        Assert.All(times, moment => Assert.InRange(times.Count(other => other >= moment && other < moment + TimeSpan.FromMinutes(1)), 1, 45));
    }
}
