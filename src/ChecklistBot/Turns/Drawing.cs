using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Draws messages from what is kept, with the names of this moment.</summary>
internal sealed class Drawing(Playbook playbook, TimeZoneInfo zone)
{
    /// <summary>The card of a message as it should look now; null on somebody's words.</summary>
    /// <param name="reader">What is kept.</param>
    /// <param name="message">The message.</param>
    /// <param name="kind">That of the conversation: alone with the bot nobody needs to mention it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Card?> DrawAsync(IStoreReader reader, Message message, ConversationKind kind, CancellationToken cancellationToken)
    {
        switch (message.Content)
        {
            case SaidContent:
                return null;
            case NoticeContent notice:
                return notice.Card;
        }

        if (message.Assessment is not { } id
            || await reader.FindAssessmentAsync(message.Conversation, id, cancellationToken) is not { } stored)
            throw new InvalidDataException($"Message {message.Number} shows an assessment that is not kept.");
        return await DrawAsync(reader, message, kind, stored.State, cancellationToken);
    }

    /// <summary>The card of a message of an assessment whose state is at hand.</summary>
    public async Task<Card> DrawAsync(IStoreReader reader, Message message, ConversationKind kind, Assessment state, CancellationToken cancellationToken)
    {
        var names = await reader.NamesAsync(message.Conversation, PeopleShown.In(state), cancellationToken);
        var context = new ViewContext
        {
            Checklist = playbook.Checklist,
            Names = names,
            TimeZone = zone,
            NeedsMention = Mentions.AreNeeded(message.Conversation, kind),
        };
        if (message.WantPinned)
            context = context with { PinNote = message.Note, PinRefused = Refusals.IsOfPin(message, state) };
        // Pinned, but not by a wish on this message: then a post of its own stands for the pin.
        var pinned = !message.WantPinned && message.Content is RecommendationContent given && given.Revision == state.PinnedRevision;
        if (pinned || NeedsLinks(message.Content, state))
        {
            var messages = await reader.MessagesOfAsync(message.Conversation, state.Id, cancellationToken);
            context = WithLinks(context, messages, message, state);
            if (pinned && messages.LastOrDefault(one => one.Content is PinPostContent post && post.Revision == state.PinnedRevision) is { } pin)
                context = context with { PinNote = pin.Note, PinPostLost = pin.State == MessageState.Lost, PinRefused = Refusals.IsOfPin(pin, state) };
        }

        return CardViews.Draw(message.Content, state, context);
    }

    /// <summary>Pointers name other messages, and so does a later revision; an open live card, which is drawn most, does not.</summary>
    private static bool NeedsLinks(MessageContent content, Assessment state) => content switch
    {
        LiveContent live => (state.Phase != Phase.Open && state.Decision is not null) || live.Generation != state.CardGeneration,
        RecommendationContent given => given.Revision > 1 || given.Revision != state.Decision?.Revision || given.Copy != state.RecommendationCopy,
        PinPostContent => true,
        _ => false,
    };

    private static ViewContext WithLinks(ViewContext context, IReadOnlyList<Message> messages, Message drawn, Assessment state)
    {
        var recommendations = ImmutableDictionary.CreateBuilder<int, string>();
        var refusals = ImmutableDictionary.CreateBuilder<int, string>();
        foreach (var message in messages)
        {
            if (message is { Content: RecommendationContent { Revision: var revision }, State: MessageState.Refused, PlatformId: null, Note: { } reason })
                refusals[revision] = reason;
            if (message is { Link: { } link, State: not MessageState.Lost, Content: RecommendationContent given })
                recommendations[given.Revision] = link;
        }

        var standing = messages.Where(message => message is { Content: LiveContent, PlatformId: not null }).MaxBy(GenerationOf);
        var present = messages.FirstOrDefault(message => GenerationOf(message) == state.CardGeneration);
        return context with
        {
            LiveLink = standing is { State: not MessageState.Lost, Link: { } way } ? way : null,
            StandsIn = drawn.Content is LiveContent live && live.Generation != state.CardGeneration && live.Generation >= GenerationOf(standing),
            LiveRefusal = present is not null && Refusals.IsNowhere(present) ? present.Note : null,
            RecommendationLinks = recommendations.ToImmutable(),
            RecommendationRefusals = refusals.ToImmutable(),
        };
    }

    private static int GenerationOf(Message? message) => message?.Content is LiveContent live ? live.Generation : 0;
}
