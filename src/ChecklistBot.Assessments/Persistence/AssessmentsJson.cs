using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Persistence;

/// <summary>How states, events and kept cards are written down. Names in it are stored data: never rename them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(AssessmentEvent))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(MessageContent))]
public sealed partial class AssessmentsJson : JsonSerializerContext;
