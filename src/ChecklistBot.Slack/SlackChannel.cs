using System.Collections.Immutable;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Turns;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack;

/// <summary>How the delivery loop reaches Slack. A message's id is its <c>ts</c>, which is unique within its conversation.</summary>
public sealed class SlackChannel : IChannel
{
    /// <summary>For all later parts of a document together.</summary>
    private static readonly TimeSpan LongestDocument = TimeSpan.FromSeconds(10);

    /// <summary>Between two tries while no call is accepted at all, from anybody.</summary>
    private static readonly TimeSpan UntilMended = TimeSpan.FromMinutes(1);

    private readonly ISlackApi api;
    private readonly RefusalNotices notices;
    private readonly KnownIdentity self;
    private readonly TimeProvider time;
    private readonly ILogger<SlackChannel> logger;

    internal SlackChannel(ISlackApi api, RefusalNotices notices, KnownIdentity self, TimeProvider time, ILogger<SlackChannel> logger) =>
        (this.api, this.notices, this.self, this.time, this.logger) = (api, notices, self, time, logger);

    /// <summary>The platform's name in <see cref="ConversationKey.Platform"/>.</summary>
    public const string Name = "slack";

    /// <inheritdoc/>
    public string Platform => Name;

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> PostAsync(ConversationReference conversation, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var parts = CardRenderer.RenderAll(message.Card);
        var channel = conversation.Key.Id;
        var posted = await JoiningAsync(
            channel, () => api.PostMessageAsync(channel, conversation.Thread, message.Broadcast, parts[0], cancellationToken), cancellationToken);
        if (IsTooLong(posted))
            posted = await api.PostMessageAsync(
                channel, conversation.Thread, message.Broadcast, CardRenderer.RenderSmallest(message.Card), cancellationToken);
        if (posted.Answer is not { } done)
        {
            if (posted.Kind == SlackReplyKind.Refused)
                notices.Tell(channel, posted.Sentence);
            return Outcome(posted);
        }

        await GoOnAsync(channel, conversation.Thread ?? done.Ts, parts, cancellationToken);
        return new Delivered(done.Ts, await LinkAsync(channel, done.Ts, conversation.Thread, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> EditAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var channel = conversation.Key.Id;
        var edited = await api.UpdateMessageAsync(channel, messageId, CardRenderer.RenderAll(message.Card)[0], cancellationToken);
        if (IsTooLong(edited))
            edited = await api.UpdateMessageAsync(channel, messageId, CardRenderer.RenderSmallest(message.Card), cancellationToken);
        return edited.Answer is { } done ? new Delivered(done.Ts) : Outcome(edited);
    }

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> PinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var channel = conversation.Key.Id;
        var pinned = await JoiningAsync(channel, () => api.AddPinAsync(channel, messageId, cancellationToken), cancellationToken);
        if (pinned.IsDone)
            return new Delivered(messageId, Note: "Pinned in this conversation, and kept in the register.");
        return Outcome(pinned) is Refused ? new Refused(ErrorSentences.ForPin(pinned.Code)) : Outcome(pinned);
    }

    /// <inheritdoc/>
    public async Task<DeliveryOutcome> UnpinAsync(
        ConversationReference conversation, string messageId, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var unpinned = await api.RemovePinAsync(conversation.Key.Id, messageId, cancellationToken);
        return unpinned.IsDone ? new Delivered(messageId) : Outcome(unpinned);
    }

    /// <summary>A document that needs more than one message goes on below the first; only the first is ever edited. It is there already: what becomes of
    /// the rest must not have it posted again, and must not take longer than a call may.</summary>
    private async Task GoOnAsync(string channel, string thread, ImmutableArray<SlackMessage> parts, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestDocument, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            foreach (var part in parts.Skip(1))
            {
                var rest = await Patiently.CallAsync(
                    () => api.PostMessageAsync(channel, thread, broadcast: false, part, ending.Token), time, ending.Token);
                if (!rest.IsDone)
                    Turns.Log.PartNotDelivered(logger, rest.Code);
            }
        }
        catch (OperationCanceledException)
        {
            Turns.Log.PartNotDelivered(logger, "out of time");
        }
    }

    /// <summary>A public channel can be joined, and then the same call works; of private ones the refusal stays.</summary>
    private async Task<SlackReply<T>> JoiningAsync<T>(string channel, Func<Task<SlackReply<T>>> call, CancellationToken cancellationToken)
        where T : class
    {
        var reply = await call();
        if (!reply.IsRefusedWith("not_in_channel"))
            return reply;
        var joined = await api.JoinConversationAsync(channel, cancellationToken);
        return joined.Kind switch
        {
            SlackReplyKind.Done => await call(),
            SlackReplyKind.Wait => joined.Failure<T>(),
            _ => reply,
        };
    }

    /// <summary>The message is there whether or not Slack gives its address just now, and is asked for it only once.</summary>
    private async Task<string?> LinkAsync(string channel, string ts, string? thread, CancellationToken cancellationToken)
    {
        string? given = null;
        try
        {
            if (!cancellationToken.IsCancellationRequested)
                given = (await api.GetPermalinkAsync(channel, ts, cancellationToken)).Answer?.Address;
        }
        catch (OperationCanceledException)
        {
            // Told to stop: the address is built below.
        }

        return given ?? self.Value?.LinkTo(channel, ts, thread);
    }

    private static bool IsTooLong<T>(SlackReply<T> reply)
        where T : class => reply.IsRefusedWith("msg_too_long") || reply.IsRefusedWith("msg_blocks_too_long");

    private static DeliveryOutcome Outcome<T>(SlackReply<T> reply)
        where T : class => reply.Kind switch
    {
        SlackReplyKind.Wait => new Wait(reply.After) { IsHeldBack = reply.Code == SlackWebApi.OwnLimit },
        SlackReplyKind.Unknown => new Unknown(reply.Code),
        _ when reply.Code is "message_not_found" or "bad_timestamp" => new Gone(),
        // Nothing is wrong with the message.
        _ when ErrorSentences.EndsToken(reply.Code) => new Wait(UntilMended),
        _ => new Refused(reply.Sentence),
    };
}
