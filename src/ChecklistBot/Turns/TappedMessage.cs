using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Draws what the person gets at once: the message they tapped in its new state, and the reply.</summary>
internal sealed class TappedMessage(Drawing drawing)
{
    /// <summary>Null when nothing was tapped, the platform did not say what, or it was a notice; the live card when the message is not known.</summary>
    public async Task<Card?> DrawAsync(Scene scene, Outcome outcome, CancellationToken cancellationToken) => outcome switch
    {
        { State: null } => null,
        { State: { } state, Tapped: { } known } => await DrawAsync(scene.Store, scene.Turn, known, state, cancellationToken),
        { State: { } state } => await DrawAsync(scene.Store, scene.Turn, state, cancellationToken),
    };

    /// <summary>The same for a repeat, from the state of this moment.</summary>
    public async Task<Card?> DrawAsBeforeAsync(IStoreTransaction store, Turn turn, CancellationToken cancellationToken)
    {
        var id = turn.Utterance switch
        {
            Tapped tap => CardAction.AssessmentOf(tap.Action),
            Submitted form => CardAction.AssessmentOf(form.Action),
            _ => null,
        };
        return id is { } known && await store.FindAssessmentAsync(turn.Conversation.Key, known, cancellationToken) is { } stored
            ? await DrawAsync(store, turn, stored.State, cancellationToken)
            : null;
    }

    /// <summary>The reply as a card; a decision record is drawn with the names of this moment.</summary>
    public async Task<Card> DrawReplyAsync(Scene scene, Reply reply, Assessment? state, CancellationToken cancellationToken) =>
        reply.Content is NoticeContent notice
            ? notice.Card
            : await DrawAsync(scene.Store, scene.Turn.Conversation, reply.Content, state!, scene.Now, cancellationToken);

    /// <summary>A reply of before, with the names of this moment; null where its assessment is not there any more.</summary>
    public async Task<Card?> DrawAgainAsync(
        IStoreReader store, ConversationReference conversation, SeenDrawing drawn, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.FindAssessmentAsync(conversation.Key, new AssessmentId(drawn.Assessment), cancellationToken) is { } stored
            ? await DrawAsync(store, conversation, drawn.Content, stored.State, now, cancellationToken)
            : null;

    /// <summary>The present live card, wherever it stands.</summary>
    public Task<Card> DrawLiveAsync(
        IStoreReader store, ConversationReference conversation, Assessment state, DateTimeOffset now, CancellationToken cancellationToken) =>
        DrawAsync(store, conversation, new LiveContent(state.CardGeneration), state, now, cancellationToken);

    private Task<Card> DrawAsync(
        IStoreReader store,
        ConversationReference conversation,
        MessageContent content,
        Assessment state,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var message = new Message
        {
            Number = 0,
            Conversation = conversation.Key,
            Content = content,
            Assessment = state.Id,
            CreatedAt = now,
            WantedVersion = 1,
        };
        return drawing.DrawAsync(store, message, conversation.Kind, state, cancellationToken);
    }

    private async Task<Card?> DrawAsync(IStoreTransaction store, Turn turn, Assessment state, CancellationToken cancellationToken)
    {
        if (turn.Utterance is not Tapped { MessageId: { } tapped })
            return null;
        var messages = await store.MessagesOfAsync(turn.Conversation.Key, state.Id, cancellationToken);
        var known = messages.FirstOrDefault(message => message.PlatformId == tapped);
        // A tap may come before the post's id is kept, or from a copy whose post nobody knew of.
        return known is null
            ? await DrawLiveAsync(store, turn.Conversation, state, state.StartedAt, cancellationToken)
            : await DrawAsync(store, turn, known, state, cancellationToken);
    }

    private async Task<Card?> DrawAsync(IStoreTransaction store, Turn turn, Message known, Assessment state, CancellationToken cancellationToken) =>
        known.Content is NoticeContent ? null : await drawing.DrawAsync(store, known, turn.Conversation.Kind, state, cancellationToken);
}
