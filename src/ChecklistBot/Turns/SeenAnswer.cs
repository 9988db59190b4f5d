using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Messages;

namespace ChecklistBot.Turns;

/// <summary>What is kept of a turn's answer, so that a repeat is answered as before.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ReplyIsMessage">Whether the reply went to the conversation.</param>
/// <param name="Reply">The reply, when it did not and holds no names.</param>
/// <param name="Drawn">What it is drawn from, when it holds names: who is forgotten meanwhile must not stand here.</param>
internal sealed record SeenAnswer(TurnStatus Status, bool ReplyIsMessage, Card? Reply, SeenDrawing? Drawn = null)
{
    public static SeenAnswer Of(TurnAnswer answer, Outcome outcome) => (answer.ReplyIsMessage, outcome) switch
    {
        (true, _) => new SeenAnswer(answer.Status, ReplyIsMessage: true, null),
        (_, { Reply.Content: not NoticeContent and var content, State: { } state }) => new SeenAnswer(answer.Status, false, null, new SeenDrawing(content, state.Id.Value)),
        _ => new SeenAnswer(answer.Status, false, answer.Reply),
    };
}
