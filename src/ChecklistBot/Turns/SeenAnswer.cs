using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Turns;

/// <summary>What is kept of a turn's answer, so that a repeat is answered as before.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ReplyIsMessage">Whether the reply went to the conversation.</param>
/// <param name="Reply">The reply, when it did not.</param>
internal sealed record SeenAnswer(TurnStatus Status, bool ReplyIsMessage, Card? Reply);
