using System.Collections.Concurrent;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>A core that keeps what it is told and answers as the test says.</summary>
internal sealed class RecordingTurns : ITurnHandler
{
    public ConcurrentQueue<Turn> Turns { get; } = new();

    public ConcurrentQueue<string> FormsAsked { get; } = new();

    public Func<Turn, TurnAnswer> Answer { get; set; } = _ => new TurnAnswer();

    public AnswerForm? Form { get; set; }

    public bool StorageFails { get; set; }

    public ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (StorageFails) throw new StorageUnavailableException("disk full");
        Turns.Enqueue(turn);
        return ValueTask.FromResult(Answer(turn));
    }

    public ValueTask<AnswerForm?> OpenFormAsync(
        ConversationReference conversation, PersonReference person, string action, CancellationToken cancellationToken)
    {
        FormsAsked.Enqueue(action);
        return ValueTask.FromResult(Form);
    }
}
