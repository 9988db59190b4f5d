namespace ChecklistBot.Tests.Faults;

/// <summary>What an unreliable platform sends back.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">As text.</param>
/// <param name="ContentType">Right or wrong.</param>
/// <param name="RetryAfter">Seconds; null for no such header.</param>
/// <param name="End">How it comes.</param>
internal sealed record PlatformAnswer(
    int Status, string Body, string ContentType = "application/json; charset=utf-8", int? RetryAfter = null, AnswerEnd End = AnswerEnd.Whole);
