using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.AdaptiveCards;
using ChecklistBot.Teams.Protocol;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>From an authenticated activity to its answer, by way of the core.</summary>
/// <param name="turns">The core.</param>
public sealed class ActivityHandler(ITurnHandler turns)
{
    private const string NotLive = "This card is not in use any more. \"status\" posts the present one.";
    private const string UpToDate = "This card is up to date.";
    private const string NoForm = "This assessment cannot be answered any more. \"status\" shows how it ended.";

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
        var data = press.Action.Data;
        var action = data.GetValueOrDefault(TeamsAction.ActionField, "");
        var look = data.GetValueOrDefault(TeamsAction.CardField, "");
        if (press.Action.IsAutomatic || press.Action.Verb == TeamsAction.Card)
        {
            return await LookAsync(envelope, press, look.Length > 0 ? look : action, cancellationToken);
        }

        if (action.Length == 0) return TeamsReply.BadInvoke(InvokeError.BadRequest("This button is not one of the bot's."));
        return press.Action.Verb switch
        {
            TeamsAction.Menu => await MenuAsync(envelope, press, action, cancellationToken),
            TeamsAction.Ask => await AskAsync(envelope, press, action, look, cancellationToken),
            _ => TeamsReply.Invoke(Shown(await turns.HandleAsync(Turns.Tapped(envelope, press, action), cancellationToken))),
        };
    }

    private async ValueTask<TeamsReply> LookAsync(Envelope envelope, ButtonPressed press, string look, CancellationToken cancellationToken)
    {
        if (look.Length == 0) return TeamsReply.Invoke(InvokeResponses.Message(UpToDate));
        return TeamsReply.Invoke(Shown(await turns.HandleAsync(Turns.Look(envelope, press, look), cancellationToken)));
    }

    private async ValueTask<TeamsReply> MenuAsync(Envelope envelope, ButtonPressed press, string action, CancellationToken cancellationToken)
    {
        var answer = await turns.HandleAsync(Turns.Look(envelope, press, action), cancellationToken);
        var menu = answer.Card is { } card ? PresserCards.Menu(card) : null;
        return TeamsReply.Invoke(menu is null ? Shown(answer) : InvokeResponses.Card(menu));
    }

    private async ValueTask<TeamsReply> AskAsync(
        Envelope envelope, ButtonPressed press, string action, string look, CancellationToken cancellationToken)
    {
        var answer = await turns.HandleAsync(Turns.Look(envelope, press, look), cancellationToken);
        var question = answer.Card is { } card ? PresserCards.Question(card, action) : null;

        // The step is not on the card any more (somebody was quicker): the card as it is now says why.
        return TeamsReply.Invoke(question is null ? Shown(answer) : InvokeResponses.Card(question));
    }

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

    private static byte[] Shown(TurnAnswer answer) => answer switch
    {
        { Card: { } card } => InvokeResponses.Card(AdaptiveCardRenderer.Render(card)),
        { Status: TurnStatus.NotUnderstood } => InvokeResponses.Error(400, InvokeError.BadRequest(answer.Reply?.Summary ?? NotLive)),
        { Reply: { } reply } => InvokeResponses.Message(reply.Summary),
        _ => InvokeResponses.Message(UpToDate),
    };
}
