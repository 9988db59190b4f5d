using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Channels;

/// <summary>A message in its newest state.</summary>
/// <param name="Number">Its number in the conversation, from 1: stable from post to edit, usable as a platform's idempotency key.</param>
/// <param name="Card">What it shows.</param>
/// <param name="Broadcast">From a thread also to the channel, where the platform can (the recommendation on Slack).</param>
public sealed record OutgoingMessage(long Number, Card Card, bool Broadcast);
