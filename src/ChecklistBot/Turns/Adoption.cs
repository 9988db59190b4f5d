using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Delivery;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Learns from a tap the id of a message that was posted without anybody knowing: the platform gave no id with its answer, or the
/// outcome was unknown and the post was made again.</summary>
internal static class Adoption
{
    /// <summary>The tapped message where it is known already, as nearly always; otherwise learns what can be learned, and returns null.</summary>
    public static async Task<Message?> RunAsync(Scene scene, AssessmentCommand command, Assessment state, CancellationToken cancellationToken)
    {
        if (scene.Turn.Utterance is not Tapped { MessageId: { Length: > 0 } tapped })
            return null;
        var messages = await scene.Store.MessagesOfAsync(scene.Key, state.Id, cancellationToken);
        if (messages.FirstOrDefault(message => message.PlatformId == tapped) is { } known)
            return known;
        var card = messages.FirstOrDefault(message => message.Slot == Slots.Live(state.CardGeneration));
        var given = messages.Where(message => message is { PlatformId: "", Content: RecommendationContent }).ToList();
        if (Unnamed(card, given, command) is { } unnamed)
            await SaveAsync(scene, unnamed.Number, DeliverySteps.Unchanged(unnamed) with { PlatformId = tapped, Due = scene.Now, Attempts = 0 }, cancellationToken);
        else if (card is { Repeats: > 0, PlatformId: not null } && command is not (Pin or Unpin or Export))
            await MakePointerAsync(scene.Store, scene.Key, state.Id, state.Thread, tapped, scene.Now, cancellationToken);
        return null;
    }

    /// <summary>The message without an id that was tapped, as far as its button tells; null when it may have been another.</summary>
    private static Message? Unnamed(Message? card, List<Message> given, AssessmentCommand command) => command switch
    {
        Pin { Revision: { } revision } => OfRevision(given, revision),
        Unpin { Revision: { } revision } => OfRevision(given, revision),
        Export { Revision: { } revision } => OfRevision(given, revision),
        Pin or Unpin or Export => given is [var only] ? only : null,
        Reopen when given.Count > 0 => given is [var only] && card is { PlatformId: not "", Repeats: 0 } ? only : null,
        _ => card is { PlatformId: "" } ? card : null,
    };

    private static Message? OfRevision(List<Message> given, int revision) =>
        given.Find(message => message.Content is RecommendationContent shown && shown.Revision == revision);

    /// <summary>The copy that is not edited becomes a pointer to the one that is.</summary>
    /// <param name="store">The transaction.</param>
    /// <param name="key">The conversation.</param>
    /// <param name="assessment">Whose card it is.</param>
    /// <param name="thread">Where the card stands.</param>
    /// <param name="copy">The platform's id of the copy.</param>
    /// <param name="now">From when on it may be edited.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task MakePointerAsync(
        IStoreTransaction store,
        ConversationKey key,
        AssessmentId assessment,
        string? thread,
        string copy,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var wanted = new WantedMessage { Content = new LiveContent(Generation: 0), Assessment = assessment, Slot = $"copy:{copy}", Thread = thread };
        var number = await store.WantMessageAsync(key, wanted, now, cancellationToken);
        var unedited = new DeliveryUpdate
        {
            DeliveredVersion = 0,
            DeliveredPinned = false,
            State = MessageState.Pending,
            PlatformId = copy,
            Attempts = 0,
            Repeats = 0,
            Due = now,
        };
        await store.SaveDeliveryAsync(key, number, unedited, cancellationToken);
    }

    private static Task SaveAsync(Scene scene, long number, DeliveryUpdate update, CancellationToken cancellationToken) =>
        scene.Store.SaveDeliveryAsync(scene.Key, number, update, cancellationToken);
}
