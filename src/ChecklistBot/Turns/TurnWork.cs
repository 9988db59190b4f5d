using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>What a turn does within its transaction.</summary>
internal sealed class TurnWork(Playbook playbook, ConversationDesk desk, AssessmentDesk assessments, TappedMessage tapped)
{
    public async Task<TurnAnswer> RunAsync(IStoreTransaction store, Turn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var key = turn.Conversation.Key;
        var opened = turn.Utterance is Tapped { Action: var opening } ? CardAction.OpeningOf(opening) : null;
        var instruction = opened is null ? Read(turn) : null;
        if (instruction is not null)
            await store.ForeseeAsync(key, new Foresight(turn.Person.Id, instruction.Id, turn.Utterance is Tapped { MessageId: not null }), cancellationToken);
        if (await Seen.FindAsync(store, key, turn.DedupeKey, now, cancellationToken) is { } before)
            return await AsBeforeAsync(store, turn, before, now, cancellationToken);

        if (opened is { } live)
            return await OpenAsync(store, turn, live, now, cancellationToken);

        // An action that no card of this conversation carries changes nothing and leaves no trace.
        if (instruction is null)
            return Lost(ConversationReplies.UnknownAction());
        var named = instruction.Id is { } id ? await store.FindAssessmentAsync(key, id, cancellationToken) : null;
        if (instruction.Id is { } unknown && named is null)
            return Lost(await store.IsElsewhereAsync(key, unknown, cancellationToken) ? ConversationReplies.Elsewhere() : ConversationReplies.UnknownAction());

        // Pressed twice: whoever is forgotten must not become known by the second press.
        if (instruction.Command is ForgetMe { Asked: not null } && await store.FindPersonAsync(key, turn.Person.Id, cancellationToken) is null)
            return Lost(ConversationReplies.NotKnown());

        var isNew = turn.Utterance is Welcomed && await store.FindConversationAsync(key, cancellationToken) is null;
        await store.SaveConversationAsync(turn.Conversation, now, cancellationToken);
        var person = await PersonAsync(store, key, Cleaned(turn.Person), cancellationToken);
        await KeepWordsAsync(store, turn, person, now, cancellationToken);

        var scene = new Scene(store, turn, person, now, isNew) { Named = named };
        var late = await EditAsync(scene, cancellationToken);
        var outcome = late ?? await CarryOutAsync(scene, instruction, cancellationToken);
        var answer = await AnswerAsync(scene, outcome, cancellationToken);
        var kept = SeenAnswer.Of(answer, outcome);
        await Seen.ClaimAsync(store, turn, kept, now, cancellationToken);
        if (late is null && answer.Status != TurnStatus.NotUnderstood)
            await Seen.ClaimEditAsync(store, turn, kept, now, cancellationToken);
        return answer;
    }

    /// <summary>A menu or a form is about to be shown: nothing happens, and the platform gets the live card as it is now.</summary>
    private async Task<TurnAnswer> OpenAsync(
        IStoreTransaction store,
        Turn turn,
        AssessmentId id,
        DateTimeOffset now,
        CancellationToken cancellationToken) =>
        await store.FindAssessmentAsync(turn.Conversation.Key, id, cancellationToken) is { } stored
            ? new TurnAnswer { Card = await tapped.DrawLiveAsync(store, turn.Conversation, stored.State, now, cancellationToken) }
            : Lost(await store.IsElsewhereAsync(turn.Conversation.Key, id, cancellationToken) ? ConversationReplies.Elsewhere() : ConversationReplies.UnknownAction());

    private Instruction? Read(Turn turn) => turn.Utterance switch
    {
        Said said => playbook.Grammar.Read(said.Text),
        Tapped tap => CardAction.Read(tap.Action, tap.Input, playbook.Grammar),
        Submitted form => FormAction.Read(form.Action, form.Answers, playbook.Checklist),
        Welcomed => new Instruction(new Help(null)),
        _ => throw new InvalidOperationException($"No reading is written for {turn.Utterance.GetType().Name}."),
    };

    /// <summary>What was carried out is not carried out again because its message was edited.</summary>
    private static async Task<Outcome?> EditAsync(Scene scene, CancellationToken cancellationToken)
    {
        if (scene.Turn.Utterance is not Said { IsEdit: true } edit)
            return null;
        var original = await Seen.FindEditedAsync(scene.Store, scene.Turn, scene.Now, cancellationToken);
        var typed = PlainText.OneLine(edit.Text);
        return original switch
        {
            // A message too old to be remembered may have been carried out, and is not to be carried out a second time.
            null when scene.Turn.EditedWritten is { } written && Seen.MayBeForgotten(written, scene.Now) => new Outcome(ConversationReplies.EditOfAnOldMessage(typed)),
            null or { Status: TurnStatus.NotUnderstood } => null,
            { Status: TurnStatus.Done } => new Outcome(ConversationReplies.EditAfterTheFact(typed)),
            _ => new Outcome(ConversationReplies.EditAfterTheAnswer(typed)),
        };
    }

    private async Task<Outcome> CarryOutAsync(Scene scene, Instruction instruction, CancellationToken cancellationToken)
    {
        if (scene.Turn.Utterance is Welcomed)
            return new Outcome(scene.IsNewConversation ? HelpTexts.Welcome(playbook.Checklist.Definition, scene.NeedsMention) : null);
        return instruction.Command switch
        {
            Start start => await assessments.StartAsync(scene, start, cancellationToken),
            ConversationCommand command => new Outcome(await desk.HandleAsync(scene, command, cancellationToken)),
            _ => await assessments.HandleAsync(scene, instruction, cancellationToken),
        };
    }

    private static async Task KeepWordsAsync(IStoreTransaction store, Turn turn, int person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!turn.KeepWords || turn.Utterance is not Said said)
            return;
        var words = PlainText.Cut(PlainText.OneLine(said.Text), Grammar.LongestLine);
        if (words.Length > 0)
            await store.WantMessageAsync(
                turn.Conversation.Key,
                new WantedMessage { Content = new SaidContent(words), Person = person, Thread = turn.Conversation.Thread, AlreadyShown = true },
                now,
                cancellationToken);
    }

    /// <summary>Puts the reply where the platform wants it, and draws the tapped message anew.</summary>
    private async Task<TurnAnswer> AnswerAsync(Scene scene, Outcome outcome, CancellationToken cancellationToken)
    {
        var card = scene.Turn.WantsCard ? await tapped.DrawAsync(scene, outcome, cancellationToken) : null;
        if (outcome.Reply is not { } reply)
            return new TurnAnswer { Card = card };
        var status = reply.Nature switch
        {
            ReplyNature.Asked => TurnStatus.Asked,
            ReplyNature.Refused => TurnStatus.Refused,
            ReplyNature.NotUnderstood => TurnStatus.NotUnderstood,
            _ => TurnStatus.Done,
        };
        var isMessage = scene.Turn.Replies switch
        {
            ReplyPlacement.InConversation => true,
            ReplyPlacement.InConversationWhenNeeded => reply.Nature != ReplyNature.Confirmation || outcome.IsShownElsewhere || reply.OnCard switch
            {
                OnCard.All => false,
                OnCard.Nothing => true,
                _ => outcome.ChangedNothing,
            },
            _ => false,
        };
        if (isMessage)
            await scene.Store.WantMessageAsync(
                scene.Key,
                new WantedMessage
                {
                    Content = reply.Content,
                    Assessment = outcome.State?.Id,
                    Person = scene.Person,
                    Thread = scene.Turn.Conversation.Thread,
                },
                scene.Now,
                cancellationToken);
        return new TurnAnswer
        {
            Card = card,
            Reply = await tapped.DrawReplyAsync(scene, reply, outcome.State, cancellationToken),
            ReplyIsMessage = isMessage,
            Status = status,
        };
    }

    private async Task<TurnAnswer> AsBeforeAsync(IStoreTransaction store, Turn turn, SeenAnswer before, DateTimeOffset now, CancellationToken cancellationToken) => new()
    {
        Card = turn.WantsCard ? await tapped.DrawAsBeforeAsync(store, turn, cancellationToken) : null,
        Reply = before.Drawn is { } drawn ? await tapped.DrawAgainAsync(store, turn.Conversation, drawn, now, cancellationToken) : before.Reply,
        ReplyIsMessage = before.ReplyIsMessage,
        Status = before.Status,
    };

    private static TurnAnswer Lost(Reply reply) => new()
    {
        Reply = ((NoticeContent)reply.Content).Card,
        Status = TurnStatus.NotUnderstood,
    };

    /// <summary>A name that is known already is better than a stopgap, unless it is one itself.</summary>
    private static async Task<int> PersonAsync(IStoreTransaction store, ConversationKey key, PersonReference person, CancellationToken cancellationToken)
    {
        if (person.IsStopgap
            && await store.FindPersonAsync(key, person.Id, cancellationToken) is { } known
            && (person.Name == Names.Forgotten || (await store.NamesAsync(key, [known], cancellationToken))[known] != Names.Forgotten))
            return known;
        return await store.SavePersonAsync(key, person, cancellationToken);
    }

    private static PersonReference Cleaned(PersonReference person)
    {
        var name = PlainText.Cut(PlainText.OneLine(person.Name), 80);
        var organisation = PlainText.Cut(PlainText.OneLine(person.Organisation), 80);
        if (name.Length == 0)
            return person with { Name = Names.Forgotten, Organisation = organisation.Length > 0 ? organisation : null, IsStopgap = true };
        return person with { Name = name, Organisation = organisation.Length > 0 ? organisation : null };
    }
}
