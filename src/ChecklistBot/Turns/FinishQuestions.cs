using System.Text.Json;
using ChecklistBot.Assessments.Decisions;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Persistence;
using ChecklistBot.Assessments.State;
using ChecklistBot.Rules;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>The messages that asked what decides when somebody typed <c>finish</c>: none of them goes on offering what is done.</summary>
internal static class FinishQuestions
{
    /// <summary>A slot of its own for one more of them, so that it is a message of its own and can be found again.</summary>
    public static async Task<string> NextSlotAsync(Scene scene, Assessment state, CancellationToken cancellationToken)
    {
        var asked = await OfAsync(scene, state, cancellationToken);
        return Slots.FinishQuestion(asked.Count + 1);
    }

    /// <summary>Words them as the answers stand after a turn. Only those that change are edited, so that answers which decide nothing make no noise.</summary>
    public static async Task BringUpToDateAsync(
        Scene scene,
        Assessment? before,
        Assessment after,
        CompiledChecklist checklist,
        CancellationToken cancellationToken)
    {
        // There are none before somebody asked, and none that matters once the team has finished.
        if (before is not { FinishAsked: true })
            return;
        var now = FinishQuestion.Now(after, checklist);
        foreach (var message in await OfAsync(scene, after, cancellationToken))
            if (message.State is not (MessageState.Lost or MessageState.Refused) && Written(message.Content) != Written(now))
                await scene.Store.WantMessageAsync(
                    scene.Key, new WantedMessage { Content = now, Assessment = after.Id, Slot = message.Slot }, scene.Now, cancellationToken);
    }

    private static async Task<IReadOnlyList<Message>> OfAsync(Scene scene, Assessment state, CancellationToken cancellationToken) =>
        [.. (await scene.Store.MessagesOfAsync(scene.Key, state.Id, cancellationToken)).Where(message => Slots.IsFinishQuestion(message.Slot))];

    private static string Written(MessageContent content) => JsonSerializer.Serialize(content, AssessmentsJson.Default.MessageContent);
}
