using ChecklistBot.Assessments.Records;
using ChecklistBot.Storage.Tests.Data;

namespace ChecklistBot.Storage.Tests.Copying;

/// <summary>Everything that the bot can ask a store about the sample, as text.</summary>
internal static class Portrait
{
    public static Task<string> OfAsync(IAssessmentStore store, CancellationToken cancellationToken) => store.WriteAsync(
        async (turn, cancel) =>
        {
            var lines = new List<string> { $"next due {await turn.NextDueAsync(cancel):O}" };
            foreach (var (room, i) in CopySample.Rooms.Select((room, i) => (room, i)))
            {
                lines.Add($"{await turn.FindConversationAsync(room, cancel)}");
                lines.AddRange((await turn.NamesAsync(room, [1, 2, 3, 4], cancel)).People.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"));
                lines.Add($"{await turn.FindPersonAsync(room, "u2", cancel)} {await turn.FindPersonAsync(room, "u3", cancel)}");
                foreach (var summary in await turn.ListAsync(room, new AssessmentQuery { Limit = 100 }, cancel))
                    lines.AddRange(await OfAsync(turn, room, summary, cancel));
                lines.AddRange((await turn.MessagesAsync(room, 0, 1000, cancel)).Select(one => $"{one with { Content = null! }} {Written.Text(one.Content)}"));
                lines.AddRange((await turn.PendingAsync(room, cancel)).Select(one => $"pending {one.Number}"));
                foreach (var key in CopySample.DedupeKeys)
                    lines.Add($"seen {await turn.FindSeenAsync(room, $"{i} {key}", CopySample.Now, cancel)}");
                // What the next ones would be called.
                lines.Add($"next {await turn.TakeAssessmentNumberAsync(room, cancel)}");
                lines.Add($"next {await turn.SavePersonAsync(room, new("new", "New"), cancel)}");
            }

            return string.Join('\n', lines);
        },
        cancellationToken);

    private static async Task<IEnumerable<string>> OfAsync(
        IStoreReader reader,
        Assessments.Channels.ConversationKey room,
        AssessmentSummary summary,
        CancellationToken cancellationToken)
    {
        var stored = (await reader.FindAssessmentAsync(room, summary.Id, cancellationToken))!;
        var events = await reader.EventsAsync(room, summary.Id, cancellationToken);
        return [$"{summary.Number} {summary.Title} {Written.Text(stored.State)} {stored.LiveCardLost}", .. events.Select(Written.Text)];
    }
}
