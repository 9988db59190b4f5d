using System.Globalization;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Live;

/// <summary>The web room as a platform. The page draws itself from what is kept, so a delivery is a signal to look again.</summary>
public sealed class WebChannel(RoomHub hub) : IChannel
{
    /// <summary>The first part of a room's <see cref="ConversationKey"/>.</summary>
    public const string Name = "web";

    /// <summary>The only workspace that the web channel has.</summary>
    public const string Tenant = "local";

    public string Platform => Name;

    public bool IsLocal => true;

    public TimeSpan EditInterval => TimeSpan.Zero;

    public Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken) =>
        Signalled(conversation, message.Number.ToString(CultureInfo.InvariantCulture));

    public Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Signalled(conversation, messageId);

    public Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Signalled(conversation, messageId);

    public Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken) =>
        Signalled(conversation, messageId);

    private Task<DeliveryOutcome> Signalled(ConversationReference conversation, string messageId)
    {
        hub.Signal(conversation.Key.Id);
        return Task.FromResult<DeliveryOutcome>(new Delivered(messageId, $"#m-{messageId}"));
    }
}
