using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>Opens modals. A trigger lives 3 s and opens one: so a modal is opened first and filled afterwards.</summary>
internal sealed class Modals(ISlackApi api, ITurnHandler turns, ModalSeal seal, PrivateReplies replies, TimeProvider time, ILogger<Modals> logger)
{
    private const string NotHere = "This form's assessment is not open here any more. Type status to see the newest card.";

    private const string NoStorage = "I cannot open this: my storage does not answer. Nothing was changed; please press once more in a moment.";

    /// <summary><c>Answer all</c>.</summary>
    public async Task OpenFormAsync(ButtonPressed press, string action, ConversationReference conversation, PersonReference person, CancellationToken cancellationToken)
    {
        var opening = OpenAsync(press, SmallModals.Loading, cancellationToken);
        var view = await FormAsync(press, action, conversation, person, cancellationToken);
        if (await opening is not { } opened)
            return;
        var filled = await Patiently.CallAsync(() => api.UpdateViewAsync(opened, view, cancellationToken), time, cancellationToken);
        if (filled.IsDone)
            return;
        Log.ReplyNotDelivered(logger, filled.Code);

        // Closed meanwhile, or filled by a try whose answer did not come. Otherwise it says “One moment…” for ever.
        if (!filled.IsRefusedWith("not_found") && !filled.IsRefusedWith("hash_conflict"))
            await SayAsync(press, WhyNot(filled), cancellationToken);
    }

    /// <summary>A line of text.</summary>
    public Task AskAsync(ButtonPressed press, AskPress ask, CancellationToken cancellationToken) =>
        OpenAsync(press, SmallModals.Ask(ask.Input.Label, ask.Input, Context(press, ask.Action)), cancellationToken);

    /// <summary>
    /// An entry of <c>More…</c> that asks something first. What it asks stands on the card as it is now, which the core gives for
    /// the menu's own action; an entry that is not on it any more is answered with what the core says instead.
    /// </summary>
    public async Task OpenMenuEntryAsync(
        ButtonPressed press, MenuPress entry, ConversationReference conversation, PersonReference person, CancellationToken cancellationToken)
    {
        TurnAnswer answer;
        try
        {
            answer = await turns.HandleAsync(
                new Turn
                {
                    Conversation = conversation,
                    Person = person,
                    Utterance = new Tapped(entry.MenuAction, press.MessageTs),
                    Replies = ReplyPlacement.ToPersonOnly,
                },
                cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            // The press is acknowledged, so Slack neither repeats it nor says anything.
            Log.NotOpened(logger, failure);
            await SayAsync(press, NoStorage, cancellationToken);
            return;
        }

        // A step may stand on the card besides, where it asks nothing: Finish, once nothing is left to answer.
        var button = ButtonsOf(answer.Card).Concat(ButtonsOf(answer.Reply))
            .FirstOrDefault(button => button.Action == entry.Action && (button.Input is not null || button.Confirmation is not null));
        var context = Context(press, entry.Action);
        if (button?.Input is { } input)
            await OpenAsync(press, SmallModals.Ask(button.Label, input, context), cancellationToken);
        else if (button?.Confirmation is { } confirmation)
            await OpenAsync(press, SmallModals.Confirm(confirmation, context), cancellationToken);
        else if (answer.Reply is { } said)
            await replies.SendAsync(press.Place, press.Person.UserId, press.ResponseUrl, replaces: false, said, cancellationToken);
    }

    private async Task<ReadOnlyMemory<byte>> FormAsync(
        ButtonPressed press, string action, ConversationReference conversation, PersonReference person, CancellationToken cancellationToken)
    {
        try
        {
            var form = await turns.OpenFormAsync(conversation, person, action, cancellationToken);
            return form is null ? SmallModals.Notice(NotHere) : AnswerFormModal.Render(form, Context(press, action));
        }
        catch (StorageUnavailableException failure)
        {
            // The modal stands already, and would say "One moment…" for ever.
            Log.NotOpened(logger, failure);
            return SmallModals.Notice(NoStorage);
        }
    }

    private static IEnumerable<CardButton> ButtonsOf(Card? card) => card is null
        ? []
        : card.Blocks.OfType<ButtonsBlock>().SelectMany(row => row.Buttons).SelectMany(button => button.Menu.Prepend(button));

    private async Task<OpenedView?> OpenAsync(ButtonPressed press, ReadOnlyMemory<byte> view, CancellationToken cancellationToken)
    {
        var reply = press.TriggerId is { } trigger
            ? await api.OpenViewAsync(trigger, view, cancellationToken)
            : SlackReply<OpenedView>.Refused("invalid_trigger_id");
        if (reply.Answer is { } opened)
            return opened;

        // Slack shows nothing of this by itself, so the person is told to press again.
        await SayAsync(press, WhyNot(reply), cancellationToken);
        return null;
    }

    private static string WhyNot(SlackReply<OpenedView> reply) =>
        reply.Kind == SlackReplyKind.Refused ? reply.Sentence : ErrorSentences.For("expired_trigger_id");

    private Task SayAsync(ButtonPressed press, string sentence, CancellationToken cancellationToken) => replies.SendAsync(
        press.Place, press.Person.UserId, press.ResponseUrl, replaces: false, [SmallMessages.Sentence(sentence)], cancellationToken);

    private ModalContext Context(ButtonPressed press, string action) =>
        new(seal, press.Person.UserId, press.Place, action, press.IsEphemeral ? null : press.MessageTs);
}
