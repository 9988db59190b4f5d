namespace ChecklistBot.Tests.Harness;

/// <summary>How a run of the binary ended.</summary>
internal sealed record BotExit(int Code, string Output, string Errors);
