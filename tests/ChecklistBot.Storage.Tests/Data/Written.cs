using System.Text.Json;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Storage.Tests.Data;

/// <summary>Compares by what is written, since immutable collections compare by reference.</summary>
internal static class Written
{
    public static string Text(Assessment state)
    {
        // A dictionary has no order of its own.
        var items = state.Items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key}={JsonSerializer.Serialize(
            new Assessment { Id = state.Id, Items = state.Items.Clear().Add("item", item.Value) }, AssessmentsJson.Default.Assessment)}");
        return JsonSerializer.Serialize(state with { Items = state.Items.Clear() }, AssessmentsJson.Default.Assessment)
            + string.Join('\n', items);
    }

    public static string Text(RecordedEvent recorded) =>
        $"{recorded.Sequence} {recorded.At:O} {recorded.Person} {JsonSerializer.Serialize(recorded.Event, AssessmentsJson.Default.AssessmentEvent)}";

    public static string Text(MessageContent content) => JsonSerializer.Serialize(content, AssessmentsJson.Default.MessageContent);
}
