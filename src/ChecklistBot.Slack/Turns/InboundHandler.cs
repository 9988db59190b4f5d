using ChecklistBot.Assessments.Channels;
using ChecklistBot.Slack.BlockKit;
using ChecklistBot.Slack.Protocol;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>
/// The one path of everything that arrives, over HTTP and over sockets alike: into the core, and out with what goes back at
/// once. Nothing here waits for the Web API longer than an acknowledgement can bear.
/// </summary>
internal sealed class InboundHandler(
    ITurnHandler turns,
    KnownIdentity self,
    People people,
    Reach reach,
    RefusalNotices notices,
    PrivateReplies replies,
    Modals modals,
    FormHandler forms,
    AfterAck after,
    SlackHealth health,
    ILogger<InboundHandler> logger)
{
    private const string AnotherWorkspace = "I am set up for another workspace, so I cannot work here: whoever runs me can set me up for this one.";
    private const string NotKept =
        "I could not keep that, or do not know whether I did: my storage does not answer. In a moment, look whether it has happened (“list” shows everything) and type it again only if it has not.";

    public async Task<InboundAnswer> HandleAsync(SlackInbound inbound, SlackRetry retry, CancellationToken cancellationToken)
    {
        if (retry.Attempt > 0)
            Log.Repeated(logger, retry.Attempt, retry.Reason);
        try
        {
            return await DispatchAsync(inbound, cancellationToken);
        }
        catch (StorageUnavailableException failure)
        {
            Log.NotKept(logger, failure);
            // Slack does not repeat a slash command, so its typist must.
            return inbound is TextReceived { Source: TextSource.SlashCommand } ? InboundAnswer.With(AckBodies.Ephemeral(NotKept)) : InboundAnswer.NotKept;
        }
    }

    private Task<InboundAnswer> DispatchAsync(SlackInbound inbound, CancellationToken cancellationToken) => inbound switch
    {
        TextReceived text when self.IsForeign(text.Place.Tenant) => Task.FromResult(
            text.Source == TextSource.SlashCommand ? InboundAnswer.With(AckBodies.Ephemeral(AnotherWorkspace)) : InboundAnswer.Accepted),
        ButtonPressed press when self.IsForeign(press.Place.Tenant) => Task.FromResult(InboundAnswer.Accepted),
        FormSubmitted form when self.IsForeign(form.Tenant) => Task.FromResult(InboundAnswer.Accepted),
        BotJoined joined when self.IsForeign(joined.Place.Tenant) => Task.FromResult(InboundAnswer.Accepted),
        TextReceived { Source: TextSource.SlashCommand } command => CommandAsync(command, cancellationToken),
        TextReceived message => MessageAsync(message, cancellationToken),
        ButtonPressed press => PressAsync(press, cancellationToken),
        FormSubmitted form => forms.HandleAsync(form, cancellationToken),
        BotJoined joined => JoinedAsync(joined, cancellationToken),
        InstallationEnded ended => Task.FromResult(Ended(ended)),
        UrlChallenge challenge => Task.FromResult(InboundAnswer.With(AckBodies.Challenge(challenge.Challenge))),
        NothingToDo nothing => Task.FromResult(LeftAlone(nothing)),
        MalformedPayload malformed => Task.FromResult(Malformed(malformed)),
        _ => throw new InvalidOperationException($"{inbound.GetType().Name} has no handler."),
    };

    private async Task<InboundAnswer> CommandAsync(TextReceived command, CancellationToken cancellationToken)
    {
        var asking = people.OfAsync(command.Person, cancellationToken);
        if (PostingDecision.Sentence(await reach.OfAsync(command.Place.Channel, cancellationToken)) is { Length: > 0 } sentence)
            return InboundAnswer.With(AckBodies.Ephemeral(sentence));

        notices.Remember(command);
        var answer = await turns.HandleAsync(TurnBuilder.Said(command, await asking), cancellationToken);
        if (answer.Reply is not { } reply || answer.ReplyIsMessage)
            return InboundAnswer.Accepted;
        var parts = CardRenderer.RenderAll(reply);
        if (parts.Length > 1)
            after.Run(stop => replies.SendAsync(command.Place, command.Person.UserId, command.ResponseUrl, replaces: false, parts.Skip(1), stop));
        return InboundAnswer.With(AckBodies.Ephemeral(parts[0]));
    }

    private async Task<InboundAnswer> MessageAsync(TextReceived message, CancellationToken cancellationToken)
    {
        // What was said to the bot there proves that it can answer there.
        reach.Remember(message.Place.Channel);
        notices.Remember(message);
        var person = await people.OfAsync(message.Person, cancellationToken);
        var answer = await turns.HandleAsync(TurnBuilder.Said(message, person), cancellationToken);
        if (answer.Reply is { } reply && !answer.ReplyIsMessage)
            after.Run(stop => replies.SendAsync(message.Place, message.Person.UserId, responseUrl: null, replaces: false, reply, stop));
        return InboundAnswer.Accepted;
    }

    private async Task<InboundAnswer> PressAsync(ButtonPressed press, CancellationToken cancellationToken)
    {
        if (press.MessageTs is null)
            return LeftAlone(new NothingToDo("A press in a modal, where the bot has no buttons."));
        var conversation = TurnBuilder.Conversation(press.Place);
        var asking = people.OfAsync(press.Person, cancellationToken);
        switch (ActionIds.Read(press.ActionId, press.Value))
        {
            case FormPress form:
                after.Run(async stop => await modals.OpenFormAsync(press, form.Action, conversation, await asking, stop));
                return InboundAnswer.Accepted;
            case AskPress ask:
                after.Run(stop => modals.AskAsync(press, ask, stop));
                return InboundAnswer.Accepted;
            case MenuPress entry:
                after.Run(async stop => await modals.OpenMenuEntryAsync(press, entry, conversation, await asking, stop));
                return InboundAnswer.Accepted;
            case DirectPress direct:
                await ActAsync(press, direct.Action, await asking, cancellationToken);
                return InboundAnswer.Accepted;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} has no handler.");
        }
    }

    private async Task ActAsync(ButtonPressed press, string action, PersonReference person, CancellationToken cancellationToken)
    {
        var answer = await turns.HandleAsync(TurnBuilder.Pressed(press, action, person), cancellationToken);
        if (answer.Reply is { } reply && !answer.ReplyIsMessage)
            after.Run(stop => replies.SendAsync(press.Place, press.Person.UserId, press.ResponseUrl, press.IsEphemeral, reply, stop));
        else if (press is { IsEphemeral: true, ResponseUrl: { } address })
            after.Run(stop => replies.RemoveAsync(address, stop));
    }

    private async Task<InboundAnswer> JoinedAsync(BotJoined joined, CancellationToken cancellationToken)
    {
        reach.Remember(joined.Place.Channel);
        var inviter = joined.Inviter is { } user
            ? await people.OfAsync(new SlackPerson(user), cancellationToken)
            : new PersonReference(self.Value?.BotUserId ?? "bot", "a colleague");
        await turns.HandleAsync(TurnBuilder.Welcomed(joined, inviter), cancellationToken);
        return InboundAnswer.Accepted;
    }

    private InboundAnswer Ended(InstallationEnded ended)
    {
        if (ended.Tenant is null || !self.IsForeign(ended.Tenant))
        {
            Log.InstallationEnded(logger, ended.Reason);
            health.TokenIsDead(ErrorSentences.For("token_revoked"));
        }

        return InboundAnswer.Accepted;
    }

    private InboundAnswer LeftAlone(NothingToDo nothing)
    {
        Log.LeftAlone(logger, nothing.Reason);
        return InboundAnswer.Accepted;
    }

    private InboundAnswer Malformed(MalformedPayload malformed)
    {
        Log.Malformed(logger, malformed.Reason);
        return InboundAnswer.Malformed;
    }
}
