using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>From an authenticated activity to its answer, by way of the core.</summary>
/// <param name="turns">The core.</param>
public sealed class ActivityHandler(ITurnHandler turns)
{
    private const string NotLive = "This card is not in use any more. “status” posts the present one.";
    private const string UpToDate = "This card is up to date.";
    private const string NoForm = "This assessment cannot be answered any more. “status” shows how it ended.";

    /// <summary>Handles one activity; the answer is given after the core kept what it means.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was kept.</exception>
    internal async ValueTask<TeamsReply> HandleAsync(Activity activity, Envelope envelope, CancellationToken cancellationToken)
    {
        // The platform does not echo the bot's own messages, but nothing good comes of answering oneself.
        if (activity.From is { } from && activity.Recipient is { } bot && from.IsSameAs(bot.Id)) return TeamsReply.Acknowledged;
        switch (IncomingReader.Read(activity))
        {
            case MessageArrived message:
                await turns.HandleAsync(Turns.Said(envelope, message, activity.Timestamp), cancellationToken);
                return TeamsReply.Acknowledged;
            case BotAdded:
                await turns.HandleAsync(Turns.Welcomed(envelope, activity.TeamId), cancellationToken);
                return TeamsReply.Acknowledged;
            case ButtonPressed { ExpectsCard: true } press:
                return await ExecuteAsync(envelope, press, cancellationToken);
            case ButtonPressed press:
                return await SubmitAsync(envelope, press, cancellationToken);
            case DialogRequested request:
                return await OpenFormAsync(envelope, request, cancellationToken);
            case DialogSent sent:
                return await SendFormAsync(envelope, sent, cancellationToken);
            case BadInvoke bad:
                return TeamsReply.BadInvoke(bad.Error);
            case UnknownInvoke:
                return TeamsReply.NotImplemented;
            default:
                return TeamsReply.Acknowledged;
        }
    }

    private async ValueTask<TeamsReply> ExecuteAsync(Envelope envelope, ButtonPressed press, CancellationToken cancellationToken)
    {
        var action = press.Action.Data.GetValueOrDefault(TeamsAction.ActionField, "");
        if (press.Action.IsAutomatic) return await LookAsync(envelope, press, action, Shown, cancellationToken);
        if (action.Length == 0) return TeamsReply.BadInvoke(InvokeError.BadRequest("This button is not one of the bot's."));
        return press.Action.Verb switch
        {
            TeamsAction.Card => await LookAsync(envelope, press, action, Shown, cancellationToken),
            TeamsAction.Menu => await LookAsync(envelope, press, action, MenuOf, cancellationToken),
            TeamsAction.Ask => await LookAsync(envelope, press, action, answer => QuestionOf(answer, action), cancellationToken),
            _ => TeamsReply.Invoke(Shown(await turns.HandleAsync(Turns.Tapped(envelope, press, action), cancellationToken))),
        };
    }

    // Changes nothing: the core answers a menu's own action with the card as it is now.
    private async ValueTask<TeamsReply> LookAsync(
        Envelope envelope, ButtonPressed press, string action, Func<TurnAnswer, Action<Utf8JsonWriter>> show, CancellationToken cancellationToken)
    {
        if (CardAction.AssessmentOf(action) is not { } id) return TeamsReply.Invoke(InvokeResponses.Message(UpToDate));
        var answer = await turns.HandleAsync(Turns.Look(envelope, press, CardAction.Menu(id)), cancellationToken);
        return TeamsReply.Invoke(show(answer));
    }

    private static Action<Utf8JsonWriter> MenuOf(TurnAnswer answer) =>
        answer.Card is { } card && PresserCards.Menu(card) is { } menu ? InvokeResponses.Card(menu) : Shown(answer);

    // A step that is not on the card any more (somebody was quicker): the card as it is now says why.
    private static Action<Utf8JsonWriter> QuestionOf(TurnAnswer answer, string action) =>
        answer.Card is { } card && PresserCards.Question(card, action) is { } question ? InvokeResponses.Card(question) : Shown(answer);

    // No card can be given back here: the stored message is edited for everyone, the presser included.
    private async ValueTask<TeamsReply> SubmitAsync(Envelope envelope, ButtonPressed press, CancellationToken cancellationToken)
    {
        if (press.Action.Data.TryGetValue(TeamsAction.ActionField, out var action) && action.Length > 0)
        {
            await turns.HandleAsync(Turns.Tapped(envelope, press, action), cancellationToken);
        }

        return TeamsReply.Acknowledged;
    }

    private async ValueTask<TeamsReply> OpenFormAsync(Envelope envelope, DialogRequested request, CancellationToken cancellationToken)
    {
        var action = request.Action.Data.GetValueOrDefault(TeamsAction.ActionField, "");
        var form = await turns.OpenFormAsync(envelope.Conversation, envelope.Person, action, cancellationToken);
        return TeamsReply.Invoke(form is null
            ? InvokeResponses.DialogMessage(NoForm)
            : InvokeResponses.Dialog(form.Title, FormCard.Render(form)));
    }

    private async ValueTask<TeamsReply> SendFormAsync(Envelope envelope, DialogSent sent, CancellationToken cancellationToken)
    {
        var action = sent.Action.Data.GetValueOrDefault(TeamsAction.ActionField, "");
        var answer = await turns.HandleAsync(Turns.Sent(envelope, action, sent.Action.Data), cancellationToken);

        // An empty answer closes the dialog.
        return answer is { Status: not TurnStatus.Done, Reply: { } reply }
            ? TeamsReply.Invoke(InvokeResponses.DialogMessage(reply.Summary))
            : TeamsReply.Acknowledged;
    }

    private static Action<Utf8JsonWriter> Shown(TurnAnswer answer) => answer switch
    {
        { Card: { } card } => InvokeResponses.Card(card),
        { Status: TurnStatus.NotUnderstood } => InvokeResponses.Error(400, InvokeError.BadRequest(answer.Reply?.Summary ?? NotLive)),
        { Reply: { } reply } => InvokeResponses.Message(reply.Summary),
        _ => InvokeResponses.Message(UpToDate),
    };
}
