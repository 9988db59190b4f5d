using System.Collections.Concurrent;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>Stands where the core is: keeps what it was told, and answers as the test wants.</summary>
internal sealed class RecordingTurns : ITurnHandler
{
    public ConcurrentQueue<Turn> Told { get; } = new();

    public Func<Turn, TurnAnswer> Answer { get; set; } = _ => new TurnAnswer();

    public Func<string, AnswerForm?> Form { get; set; } = _ => null;

    public Turn Only => Assert.Single(Told);

    public ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        Told.Enqueue(turn);
        return ValueTask.FromResult(Answer(turn));
    }

    public ValueTask<AnswerForm?> OpenFormAsync(
        ConversationReference conversation, PersonReference person, string action, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Form(action));
}
