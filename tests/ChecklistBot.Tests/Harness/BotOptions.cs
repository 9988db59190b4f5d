namespace ChecklistBot.Tests.Harness;

/// <summary>How a test starts the bot.</summary>
internal sealed class BotOptions
{
    /// <summary>The environment's name; <c>Production</c> is what a binary is by itself.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>Given through the environment, with <c>:</c> or <c>__</c> between the parts.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>Written into the bot's folder before its first start, by name.</summary>
    public Dictionary<string, string> Files { get; init; } = [];

    public IReadOnlyList<string> Arguments { get; init; } = [];
}
