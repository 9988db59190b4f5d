using System.Collections.Immutable;
using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.State;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Commands to one assessment: find it, decide, keep what happened, say what its messages should show.</summary>
internal sealed class AssessmentDesk(Playbook playbook, IIdSource ids)
{
    /// <summary>How many open and how many other assessments a command without a number may mean.</summary>
    private const int MostConsidered = 20;

    public async Task<Outcome> StartAsync(Scene scene, Start command, CancellationToken cancellationToken)
    {
        var number = await scene.Store.TakeAssessmentNumberAsync(scene.Key, cancellationToken);
        var pace = scene.Turn.Conversation.Kind == ConversationKind.Personal ? Pace.Quick : Pace.Hold;
        var decision = Decider.Start(number, command.Title, pace, Context(scene, null));
        var nothing = AssessmentEvolution.Nothing(ids.Next(scene.Now), scene.Turn.Conversation.Thread);
        return await KeepAsync(scene, null, nothing, decision, cancellationToken);
    }

    public async Task<Outcome> HandleAsync(Scene scene, Instruction instruction, CancellationToken cancellationToken)
    {
        var target = instruction.Id is { } tapped ? new Found(tapped) : await ChooseAsync(scene, instruction, cancellationToken);
        if (target is not Found found)
            return new Outcome(((NotFound)target).Reply);
        var stored = scene.Named
            ?? await scene.Store.FindAssessmentAsync(scene.Key, found.Id, cancellationToken)
            ?? throw new InvalidDataException("A listed assessment is not kept.");
        var command = (AssessmentCommand)instruction.Command;
        var pressed = await Adoption.RunAsync(scene, command, stored.State, cancellationToken);
        var context = Context(scene, stored) with
        {
            Tapped = instruction.Id is not null,
            PinRefused = command is Pin && await IsPinRefusedAsync(scene, stored.State, cancellationToken),
        };
        var decision = Decider.Decide(stored.State, command, context);
        // Taps, which are most of all, are told nothing, and then nothing has to be looked up.
        if (decision.Reply is not null && await AreOthersOpenAsync(scene, found.Id, cancellationToken))
            decision = Decider.Decide(stored.State, command, context with { OthersOpen = true });
        var outcome = await KeepAsync(scene, stored.State, stored.State, decision, cancellationToken);
        return await Elsewhere.SayAsync(scene, instruction, outcome with { Tapped = pressed }, cancellationToken);
    }

    private static async Task<Target> ChooseAsync(Scene scene, Instruction instruction, CancellationToken cancellationToken)
    {
        var known = new List<AssessmentSummary>();
        if (instruction.Number is { } number)
        {
            known.AddRange(await ListAsync(new AssessmentQuery { Number = number, Limit = 1 }));
        }
        else
        {
            known.AddRange(await ListAsync(new AssessmentQuery { Phase = Phase.Open, Limit = MostConsidered }));
            known.AddRange(await ListAsync(new AssessmentQuery { Limit = MostConsidered }));
            if (scene.Turn.Conversation.Thread is { } thread)
                known.AddRange(await ListAsync(new AssessmentQuery { Thread = thread, Limit = MostConsidered }));
        }

        AssessmentSummary[] distinct = [.. known.DistinctBy(one => one.Id).OrderByDescending(one => one.Number)];
        if (scene.Turn.Conversation.Thread is { } root && instruction.Number is null && distinct.All(one => one.Thread != root))
            distinct = await WithOwnerOfAsync(scene, root, distinct, cancellationToken);
        var done = new Dictionary<AssessmentId, DateTimeOffset?>();
        if (instruction is { Command: Undo, Number: null })
            foreach (var one in Targeting.Meant(scene.Turn.Conversation.Thread, distinct))
                done[one.Id] = await scene.Store.FindAssessmentAsync(scene.Key, one.Id, cancellationToken) is { } kept ? Targeting.LastDone(kept.State, scene.Person) : null;
        return Targeting.Choose(instruction, scene.Turn.Conversation.Thread, distinct, id => done.GetValueOrDefault(id));

        Task<IReadOnlyList<AssessmentSummary>> ListAsync(AssessmentQuery query) => scene.Store.ListAsync(scene.Key, query, cancellationToken);
    }

    /// <summary>Whoever answers under an assessment's own card, recommendation or pin post means that assessment: the thread counts as its own.</summary>
    private static async Task<AssessmentSummary[]> WithOwnerOfAsync(Scene scene, string root, AssessmentSummary[] known, CancellationToken cancellationToken)
    {
        if (await scene.Store.FindOwnerAsync(scene.Key, root, cancellationToken) is not { } id
            || await scene.Store.FindAssessmentAsync(scene.Key, id, cancellationToken) is not { State.Number: var number })
            return known;
        var owner = (await scene.Store.ListAsync(scene.Key, new AssessmentQuery { Number = number, Limit = 1 }, cancellationToken))[0];
        return [owner with { Thread = root }, .. known.Where(one => one.Id != id)];
    }

    private static async Task<bool> AreOthersOpenAsync(Scene scene, AssessmentId id, CancellationToken cancellationToken) =>
        (await scene.Store.ListAsync(scene.Key, new AssessmentQuery { Phase = Phase.Open, Limit = 2 }, cancellationToken)).Any(one => one.Id != id);

    private static async Task<bool> IsPinRefusedAsync(Scene scene, Assessment state, CancellationToken cancellationToken) =>
        state.PinnedRevision is not null
        && (await scene.Store.MessagesOfAsync(scene.Key, state.Id, cancellationToken)).Any(message => Refusals.IsOfPin(message, state));

    private static async Task<Outcome> KeepAsync(
        Scene scene,
        Assessment? before,
        Assessment start,
        Decision decision,
        CancellationToken cancellationToken)
    {
        var recorded = ImmutableArray.CreateBuilder<RecordedEvent>();
        var after = start;
        foreach (var happened in decision.Events)
        {
            recorded.Add(new RecordedEvent(after.Version + 1, scene.Now, scene.Person, happened));
            after = after.Apply(recorded[^1]);
        }

        if (recorded.Count > 0)
        {
            await scene.Store.AppendAsync(scene.Key, before, after, recorded.ToImmutable(), cancellationToken);
            await MessageWishes.WriteAsync(scene, before, after, recorded.ToImmutable(), cancellationToken);
        }

        return new Outcome(decision.Reply, after) { ChangedNothing = recorded.Count == 0 };
    }

    private DecisionContext Context(Scene scene, StoredAssessment? stored) => new()
    {
        Checklist = playbook.Checklist,
        Now = scene.Now,
        Person = scene.Person,
        LiveCardLost = stored is { LiveCardLost: true },
        RecommendationLost = stored is { RecommendationLost: true },
        PinPostLost = stored is { PinPostLost: true },
    };
}
