namespace ChecklistBot.Slack.WebApi;

/// <summary>A message that stands in a channel.</summary>
/// <param name="Channel">The id that Slack answered, which edits need (one may post to a user's id and gets the direct message's).</param>
/// <param name="Ts">The message's id within the channel; opaque.</param>
public sealed record PostedMessage(string Channel, string Ts);
