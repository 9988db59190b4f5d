using System.Text.Json;

namespace ChecklistBot.Reliability.Tests.Town;

/// <summary>A message that the platform took.</summary>
internal sealed class Posted(string channel, string ts, int copy, JsonElement body, TimeSpan at)
{
    public string Channel => channel;

    public string Ts => ts;

    /// <summary>Which process posted it.</summary>
    public int Copy => copy;

    /// <summary>When the platform took it, and when its answer was on the way; by the town's clock.</summary>
    public TimeSpan TakenAt => at;

    public TimeSpan AnsweredAt { get; set; } = TimeSpan.MaxValue;

    /// <summary>As it stands after its newest edit.</summary>
    public JsonElement Body { get; set; } = body;

    /// <summary>The first line of its text: what a notification shows.</summary>
    public string Headline => Text.Split('\n')[0];

    public string Text => Body.GetProperty("text").GetString()!;

    /// <summary>The buttons whose action id begins so.</summary>
    public IEnumerable<(string ActionId, string Value)> Buttons(string prefix) => ButtonsOf(Body)
        .Select(button => (button.GetProperty("action_id").GetString()!, button.GetProperty("value").GetString()!))
        .Where(button => button.Item1.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<JsonElement> ButtonsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("type", out var type) && type.ValueEquals("button") => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => ButtonsOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(ButtonsOf),
        _ => [],
    };
}
