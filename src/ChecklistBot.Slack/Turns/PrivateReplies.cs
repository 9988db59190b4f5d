using ChecklistBot.Assessments.Cards;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>Says something to one person, where only they see it.</summary>
internal sealed class PrivateReplies(ISlackApi api, TimeProvider time, ILogger<PrivateReplies> logger)
{
    /// <summary>
    /// Through the answering address where there is one (it works without membership), else or when that fails as an ephemeral
    /// message.
    /// </summary>
    /// <param name="place">Where the person is.</param>
    /// <param name="person">Who sees it.</param>
    /// <param name="responseUrl">The answering address; null for none.</param>
    /// <param name="replaces">Puts it in place of the ephemeral message that was pressed.</param>
    /// <param name="messages">One message, or several for a long document.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public async Task SendAsync(
        SlackPlace place, string person, string? responseUrl, bool replaces, IEnumerable<SlackMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            var replacing = replaces;
            var reply = responseUrl is null
                ? null
                : await Patiently.CallAsync(() => api.RespondAsync(responseUrl, message, replacing, place.Thread, cancellationToken), time, cancellationToken);
            if (reply?.IsDone != true)
                reply = await Patiently.CallAsync(
                    () => api.PostEphemeralAsync(place.Channel, person, place.Thread, message, cancellationToken), time, cancellationToken);
            if (!reply.IsDone)
                Log.ReplyNotDelivered(logger, reply.Code);
            if (reply.Kind == SlackReplyKind.Refused && !place.IsDirect)
            {
                await SayWhyAsync(place, person, reply, cancellationToken);
                return;
            }

            replaces = false;
        }
    }

    /// <summary>Where nothing can be said in the conversation, a direct message says why: nothing that people typed is dropped in silence. What was to be
    /// said there stays unsaid, since not everybody whom Slack refuses there is still in it.</summary>
    private async Task SayWhyAsync(SlackPlace place, string person, SlackReply<Acknowledged> refused, CancellationToken cancellationToken)
    {
        var message = SmallMessages.FromElsewhere(place.Channel, refused.Sentence);
        var reply = await Patiently.CallAsync(
            () => api.PostMessageAsync(person, thread: null, broadcast: false, message, cancellationToken), time, cancellationToken);
        if (!reply.IsDone)
            Log.ReplyNotDelivered(logger, reply.Code);
    }

    /// <summary>As above, for a card.</summary>
    public Task SendAsync(SlackPlace place, string person, string? responseUrl, bool replaces, Card card, CancellationToken cancellationToken) =>
        SendAsync(place, person, responseUrl, replaces, CardRenderer.RenderAll(card), cancellationToken);

    /// <summary>Takes away the ephemeral message that was pressed: it has done its work.</summary>
    public async Task RemoveAsync(string responseUrl, CancellationToken cancellationToken)
    {
        var reply = await api.RespondAsync(responseUrl, message: null, replaceOriginal: true, thread: null, cancellationToken);
        if (!reply.IsDone)
            Log.ReplyNotDelivered(logger, reply.Code);
    }
}
