using System.Collections.Concurrent;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>A core that notes what reaches it and answers as told.</summary>
internal sealed class FakeTurns : ITurnHandler
{
    public ConcurrentQueue<Turn> Turns { get; } = [];

    /// <summary>What the next turns are answered with.</summary>
    public Func<Turn, TurnAnswer> Answer { get; set; } = static _ => new TurnAnswer();

    public AnswerForm? Form { get; set; }

    public ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        Turns.Enqueue(turn);
        return ValueTask.FromResult(Answer(turn));
    }

    public ValueTask<AnswerForm?> OpenFormAsync(
        ConversationReference conversation, PersonReference person, string action, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Form);

    /// <summary>An answer that did nothing and says why.</summary>
    public static TurnAnswer Refusal(TurnStatus status, string sentence, bool isMessage = false) => new()
    {
        Status = status,
        ReplyIsMessage = isMessage,
        Reply = new Card { Kind = CardKind.Reply, Summary = sentence, Blocks = [new TextBlock(sentence)] },
    };
}
