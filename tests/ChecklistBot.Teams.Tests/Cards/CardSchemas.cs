using System.Text.Json.Nodes;
using ChecklistBot.Teams.Tests.Fakes;
using NJsonSchema;

namespace ChecklistBot.Teams.Tests.Cards;

/// <summary>The official schema of Adaptive Cards 1.5.</summary>
internal static class CardSchemas
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(
        // Draft 6 as Microsoft publishes it says "id" where later drafts say "$id"; there it is only a name.
        SharedData.Schema("adaptive-card-1.5.json").Replace("\"id\": \"http://adaptivecards.io/schemas/adaptive-card.json\",", "", StringComparison.Ordinal)));

    /// <summary>What is wrong with a card, one finding a line; empty when nothing is.</summary>
    public static async Task<string> FindingsAsync(JsonNode card)
    {
        var schema = await Schema.Value;
        return string.Join('\n', schema.Validate(card.ToJsonString()).Select(finding => $"{finding.Path}: {finding.Kind}"));
    }
}
