using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Storage;
using ChecklistBot.Turns;
using ChecklistBot.Web;
using ChecklistBot.Web.Live;

namespace ChecklistBot.Rooms;

/// <summary>The web rooms as they are kept.</summary>
internal sealed class StoredRooms(IAssessmentStore store, Drawing drawing) : IRooms
{
    /// <summary>As much of a room as a page shows.</summary>
    private const int MostMessages = 200;

    /// <summary>Of so many assessments the cards stay on the page when the talk about them has gone from it.</summary>
    private const int MostAssessments = 100;

    public Task<IReadOnlyList<RoomMessage>> ReadAsync(string room, long changedAfter, CancellationToken cancellationToken)
    {
        var key = new ConversationKey(WebChannel.Name, WebChannel.Tenant, room);
        return store.ReadAsync<IReadOnlyList<RoomMessage>>(
            async (reader, cancel) =>
            {
                var messages = await reader.MessagesAsync(key, changedAfter, MostMessages, cancel);
                if (changedAfter == 0 && messages.Count == MostMessages)
                    messages = [.. await EarlierCardsAsync(reader, key, messages[0].Number, cancel), .. messages];
                var people = messages.Where(message => message.Person is not null).Select(message => message.Person!.Value).Distinct().ToArray();
                var names = await reader.NamesAsync(key, people, cancel);
                var shown = new List<RoomMessage>(messages.Count);
                foreach (var message in messages)
                    shown.Add(new RoomMessage
                    {
                        Number = message.Number,
                        Changed = message.Changed,
                        At = message.CreatedAt,
                        Person = message.Person is { } person ? names[person] : null,
                        Words = message.Content is SaidContent said ? said.Text : null,
                        Card = await drawing.DrawAsync(reader, message, ConversationKind.Channel, cancel),
                        Pinned = message.WantPinned,
                    });
                return shown;
            },
            cancellationToken);
    }

    /// <summary>The cards before a message: the register, pointers and open assessments lead to them, however long ago they were posted.</summary>
    private static async Task<IReadOnlyList<Message>> EarlierCardsAsync(
        IStoreReader reader,
        ConversationKey key,
        long before,
        CancellationToken cancellationToken)
    {
        var cards = new List<Message>();
        foreach (var assessment in await reader.ListAsync(key, new AssessmentQuery { Limit = MostAssessments }, cancellationToken))
            cards.AddRange((await reader.MessagesOfAsync(key, assessment.Id, cancellationToken))
                .Where(message => message.Number < before && message.Content is (LiveContent or RecommendationContent)));
        return [.. cards.OrderBy(message => message.Number)];
    }
}
