using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>Draws any message's card from the present state: the one place that knows which view a message has.</summary>
public static class CardViews
{
    /// <summary>The card of a message about an assessment; a notice is its own card.</summary>
    public static Card Draw(MessageContent content, Assessment? state, ViewContext context) => content switch
    {
        NoticeContent notice => notice.Card,
        LiveContent live when state is not null => live.Generation == state.CardGeneration ? LiveCard.Draw(state, context)
            : context.StandsIn ? LiveCard.DrawStandIn(state, context)
            : PointerCards.Moved(state, context),
        RecommendationContent given when state?.Decisions.FirstOrDefault(d => d.Revision == given.Revision) is { } decision =>
            RecommendationCard.Draw(state, decision, given.Copy, context),
        PinPostContent post when state?.Decisions.FirstOrDefault(d => d.Revision == post.Revision) is { } decision =>
            RecommendationCard.DrawPinPost(state, decision, context),
        RecordContent record when state is not null => RecordCard.Draw(state, record.Revision, context),
        _ => throw new ArgumentException($"{content.GetType().Name} has no card without its assessment.", nameof(content)),
    };
}
