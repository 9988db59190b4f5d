using System.Collections.Concurrent;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Slack.Tests.Turns;

/// <summary>Stands where the core is: keeps what it was told, and answers as the test wants.</summary>
internal sealed class RecordingTurns : ITurnHandler
{
    public ConcurrentQueue<Turn> Told { get; } = new();

    public Func<Turn, TurnAnswer> Answer { get; set; } = _ => new TurnAnswer();

    /// <summary>What a turn waits for before it is answered.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    public Func<string, AnswerForm?> Form { get; set; } = _ => null;

    public Turn Only => Assert.Single(Told);

    public async ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        Told.Enqueue(turn);
        await Before(cancellationToken);
        return Answer(turn);
    }

    public ValueTask<AnswerForm?> OpenFormAsync(
        ConversationReference conversation, PersonReference person, string action, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Form(action));
}
