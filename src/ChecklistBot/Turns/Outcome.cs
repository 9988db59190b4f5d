using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Turns;

/// <summary>How a turn ended within its transaction.</summary>
/// <param name="Reply">What to tell the person; null when a card says it all.</param>
/// <param name="State">The assessment after the turn; null when it concerned none.</param>
internal sealed record Outcome(Reply? Reply, Assessment? State = null);
