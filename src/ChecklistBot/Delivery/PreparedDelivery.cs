using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Storage;

namespace ChecklistBot.Delivery;

/// <summary>A call to a platform that is ready to be made.</summary>
/// <param name="Channel">How the platform is reached.</param>
/// <param name="Conversation">Where, with the message's thread.</param>
/// <param name="Message">As it was read.</param>
/// <param name="Step">What to do.</param>
/// <param name="Card">What it shows.</param>
/// <param name="Begun">What was written before the call, or the message's own values.</param>
internal sealed record PreparedDelivery(
    IChannel Channel,
    ConversationReference Conversation,
    Message Message,
    DeliveryStep Step,
    Card Card,
    DeliveryUpdate Begun);
