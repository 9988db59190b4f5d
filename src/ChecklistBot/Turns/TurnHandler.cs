using System.Diagnostics;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Storage;
using ChecklistBot.Telemetry;

namespace ChecklistBot.Turns;

/// <summary>Handles a turn in one transaction: seen before, load, decide, append, say what each message should show, claim the key.</summary>
internal sealed class TurnHandler(IAssessmentStore store, TurnWork work, Playbook playbook, Tracing tracing, TimeProvider time) : ITurnHandler
{
    /// <summary>Another copy of the bot may append first; it cannot do so for ever.</summary>
    private const int MostTries = 8;

    /// <summary>Before a turn is run once more of which nobody knows whether it was kept.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    /// <summary>A turn that failed later is not run again: Slack waits three seconds for its answer.</summary>
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(1);

    public async ValueTask<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var span = tracing.Turn(turn);
        var expected = tracing.Expect(turn.Conversation.Key, span);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await KeepAsync(turn, span, cancellationToken);
                expected?.IsKept = true;
                span?.SetTag("checklistbot.status", answer.Status.ToString());
                return answer;
            }
            catch (StaleAssessmentException) when (tries < MostTries)
            {
                // Somebody else's turn came first: decide again on what is there now.
            }
            catch
            {
                span?.SetStatus(ActivityStatusCode.Error);
                tracing.Forget(turn.Conversation.Key, expected);
                throw;
            }
        }
    }

    /// <summary>Where only the answer to its commit was lost, the turn was kept and must not be called failed: whoever repeats it by hand has it done twice. Run
    /// once more, its key tells, and gives the answer that it would have had.</summary>
    private async Task<TurnAnswer> KeepAsync(Turn turn, Activity? span, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        try
        {
            return await WriteAsync(turn, span, cancellationToken);
        }
        catch (StorageUnavailableException) when (turn.DedupeKey is not null && time.GetElapsedTime(begun) < InTime)
        {
            await Task.Delay(Moment, time, cancellationToken);
            return await WriteAsync(turn, span, cancellationToken);
        }
    }

    private async Task<TurnAnswer> WriteAsync(Turn turn, Activity? span, CancellationToken cancellationToken)
    {
        Activity? commit = null;
        try
        {
            return await store.WriteAsync(
                async (transaction, cancel) =>
                {
                    using (tracing.Part("decide", span))
                    {
                        var answer = await work.RunAsync(transaction, turn, time.GetUtcNow(), cancel);
                        commit = tracing.Part("commit", span);
                        return answer;
                    }
                },
                cancellationToken);
        }
        finally
        {
            commit?.Dispose();
        }
    }

    public async ValueTask<AnswerForm?> OpenFormAsync(
        ConversationReference conversation,
        PersonReference person,
        string action,
        CancellationToken cancellationToken)
    {
        if (CardAction.OpeningOf(action) is not { } id)
            return null;
        return await store.ReadAsync(
            async (reader, cancel) =>
            {
                var stored = await reader.FindAssessmentAsync(conversation.Key, id, cancel);
                var number = await reader.FindPersonAsync(conversation.Key, person.Id, cancel);
                return stored is { State.Phase: Phase.Open } ? FormView.Draw(stored.State, playbook.Checklist, number) : null;
            },
            cancellationToken);
    }
}
