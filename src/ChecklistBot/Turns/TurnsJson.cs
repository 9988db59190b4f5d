using System.Text.Json.Serialization;

namespace ChecklistBot.Turns;

/// <summary>How answers to turns are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SeenAnswer))]
internal sealed partial class TurnsJson : JsonSerializerContext;
