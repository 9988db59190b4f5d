using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.Turns;

/// <summary>Modals that were sent off: the answers of all items, a confirmed step, a line of text.</summary>
internal sealed class FormHandler(ITurnHandler turns, ModalSeal seal, People people, PrivateReplies replies, AfterAck after)
{
    private const string NotMine = "I do not know this form any more. Please open it again from the newest card.";
    private const string NotKept = "I could not keep this: my storage does not answer. Please send it again in a moment.";

    public async Task<InboundAnswer> HandleAsync(FormSubmitted form, CancellationToken cancellationToken)
    {
        if (ModalContext.Read(seal, form.Tenant, form.Person.UserId, form.Metadata) is not { } context || Utterance(form, context) is not { } utterance)
            return InboundAnswer.With(AckBodies.ReplaceModal(SmallModals.Notice(NotMine)));

        var person = await people.OfAsync(form.Person, cancellationToken);
        TurnAnswer answer;
        try
        {
            answer = await turns.HandleAsync(TurnBuilder.Sent(form, context.Place, utterance, person), cancellationToken);
        }
        catch (StorageUnavailableException) when (context.FirstField.Length > 0)
        {
            // Slack does not repeat a form. It stays open with everything in it.
            return InboundAnswer.With(AckBodies.FieldError(context.FirstField, NotKept));
        }

        if (answer.Reply is not { } reply || answer.ReplyIsMessage)
            return InboundAnswer.Accepted;
        if (answer.Status is TurnStatus.Refused or TurnStatus.NotUnderstood && reply.Blocks.All(block => block is not Assessments.Cards.ButtonsBlock))
            return InboundAnswer.With(Refusal(context, reply.Summary));

        after.Run(stop => replies.SendAsync(context.Place, form.Person.UserId, responseUrl: null, replaces: false, reply, stop));
        return InboundAnswer.Accepted;
    }

    private static Utterance? Utterance(FormSubmitted form, ModalContext context) => form.CallbackId switch
    {
        ModalKind.Answers => new Submitted(context.Action, TurnBuilder.Answers(form)),
        ModalKind.Confirm => new Tapped(context.Action, context.Message),
        ModalKind.Input => new Tapped(context.Action, context.Message, form.Values.GetValueOrDefault(SmallModals.InputField, "")),
        _ => null,
    };

    private static ReadOnlyMemory<byte> Refusal(ModalContext context, string sentence) => context.FirstField == SmallModals.InputField
        ? AckBodies.FieldError(context.FirstField, sentence)
        : AckBodies.ReplaceModal(SmallModals.Notice(sentence));
}
