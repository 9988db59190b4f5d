using ChecklistBot.Assessments;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Tests.Data;

/// <summary>An assessment under way: its state and what happened to it, in step with the store.</summary>
internal sealed class Run(ConversationKey conversation, string? thread = null)
{
    private readonly List<RecordedEvent> history = [];

    public AssessmentId Id { get; } = new(Guid.CreateVersion7());

    public ConversationKey Conversation { get; } = conversation;

    public Assessment State { get; private set; } = null!;

    public IReadOnlyList<RecordedEvent> History => history;

    /// <summary>The first turn: takes a number and starts.</summary>
    public async Task StartAsync(
        IStoreTransaction turn,
        string title,
        DateTimeOffset at,
        CancellationToken cancellationToken,
        int person = 1)
    {
        var number = await turn.TakeAssessmentNumberAsync(Conversation, cancellationToken);
        var started = new Started(number, title, Samples.Checklist, Pace.Hold, "frequency");
        State = AssessmentEvolution.Nothing(Id, thread);
        await AppendAsync(turn, at, person, first: true, cancellationToken, started);
    }

    /// <summary>A later turn.</summary>
    public Task AppendAsync(
        IStoreTransaction turn,
        DateTimeOffset at,
        int person,
        CancellationToken cancellationToken,
        params AssessmentEvent[] happened) =>
        AppendAsync(turn, at, person, first: false, cancellationToken, happened);

    private async Task AppendAsync(
        IStoreTransaction turn,
        DateTimeOffset at,
        int person,
        bool first,
        CancellationToken cancellationToken,
        params AssessmentEvent[] happened)
    {
        var after = State;
        var recorded = new List<RecordedEvent>();
        foreach (var one in happened)
        {
            recorded.Add(new RecordedEvent(after.Version + 1, at, person, one));
            after = after.Apply(recorded[^1]);
        }

        await turn.AppendAsync(Conversation, first ? null : State, after, recorded, cancellationToken);
        State = after;
        history.AddRange(recorded);
    }
}
