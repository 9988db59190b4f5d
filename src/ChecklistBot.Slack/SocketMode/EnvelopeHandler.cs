using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.Turns;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>Decodes an envelope and takes it the way that HTTP requests go.</summary>
internal sealed class EnvelopeHandler(InboundHandler handler, KnownIdentity self, AfterAck after) : IEnvelopeHandler
{
    public async Task<EnvelopeAnswer> HandleAsync(EnvelopeFrame envelope)
    {
        SlackInbound inbound = envelope.Type switch
        {
            "events_api" => EventDecoder.Decode(envelope.Payload, self.Value),
            "interactive" => InteractionDecoder.Decode(envelope.Payload),
            "slash_commands" => CommandDecoder.Decode(envelope.Payload, new BotNames(self.Value?.BotUserId)),
            _ => new NothingToDo("An envelope of an unknown type."),
        };

        // Whatever becomes of the socket: Slack does not send commands and forms again.
        var answer = await after.CarryThroughAsync(stop => handler.HandleAsync(inbound, envelope.Retry, stop));

        // What is malformed stays so however often it is sent: acknowledged, to end it.
        return answer.Status == InboundStatus.NotKept ? EnvelopeAnswer.SendAgain : new EnvelopeAnswer(true, answer.Body);
    }
}
