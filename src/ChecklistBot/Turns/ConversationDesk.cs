using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Desk;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Assessments.Records;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;
using ChecklistBot.Assessments.Views;
using ChecklistBot.Storage;

namespace ChecklistBot.Turns;

/// <summary>Commands to the conversation rather than to one of its assessments.</summary>
internal sealed class ConversationDesk(Playbook playbook, TimeZoneInfo zone)
{
    /// <summary>More lines than this no team exports by chat.</summary>
    private const int MostCsvLines = 10_000;

    public async Task<Reply> HandleAsync(Scene scene, ConversationCommand command, CancellationToken cancellationToken) => command switch
    {
        Help help => HelpTexts.Help(playbook.Checklist.Definition, help.Topic, scene.NeedsMention),
        NotUnderstood said => HelpTexts.Unknown(said),
        ShowPinned pinned => await PinnedAsync(scene, pinned, cancellationToken),
        ListAll { Csv: true } => await CsvAsync(scene, cancellationToken),
        ListAll list => await PageAsync(scene, list, cancellationToken),
        ForgetMe { Asked: null } => ConversationReplies.AskForget(scene.Person, scene.Turn.Replies == ReplyPlacement.InConversationWhenNeeded),
        ForgetMe { Asked: var asked } when asked != scene.Person => ConversationReplies.AskedSomebodyElse(),
        ForgetMe => await ForgetAsync(scene, cancellationToken),
        _ => throw new InvalidOperationException($"No answer is written for {command.GetType().Name}."),
    };

    private static Task<IReadOnlyList<AssessmentSummary>> ListAsync(Scene scene, AssessmentQuery query, CancellationToken cancellationToken) =>
        scene.Store.ListAsync(scene.Key, query, cancellationToken);

    private async Task<Reply> PageAsync(Scene scene, ListAll list, CancellationToken cancellationToken)
    {
        var dates = list.Words.Select(word => SearchDate.Span(word, zone) is var (from, before) ? new SearchedDate(word, from, before) : null).OfType<SearchedDate>().ToList();
        var query = new AssessmentQuery
        {
            Words = [.. list.Words.Where(word => !dates.Exists(date => date.Word == word))],
            Dates = dates,
            Before = list.Before,
            Limit = RegisterCards.PageSize + 1,
        };
        var page = new List<AssessmentSummary>();
        foreach (var one in await ListAsync(scene, query, cancellationToken))
            page.Add(one is { Phase: Phase.Open, RefusedBecause: null }
                ? one with { RefusedBecause = await CardRefusalAsync(scene, one, cancellationToken) }
                : one);
        return Content(RegisterCards.List(page, list, zone));
    }

    /// <summary>Why the platform did not take the card of an open assessment, which has no recommendation yet that could say so; null where it did.</summary>
    private static async Task<string?> CardRefusalAsync(Scene scene, AssessmentSummary open, CancellationToken cancellationToken)
    {
        var messages = await scene.Store.MessagesOfAsync(scene.Key, open.Id, cancellationToken);
        return messages.LastOrDefault(message => message.Content is LiveContent { Generation: > 0 }) is { } card && Refusals.IsNowhere(card) ? card.Note : null;
    }

    private async Task<Reply> PinnedAsync(Scene scene, ShowPinned pinned, CancellationToken cancellationToken)
    {
        var query = new AssessmentQuery { PinnedOnly = true, Before = pinned.Before, Limit = RegisterCards.PageSize + 1 };
        var all = await scene.Store.CountAsync(scene.Key, query, cancellationToken);
        return Content(RegisterCards.Pinned(await ListAsync(scene, query, cancellationToken), all, pinned, zone));
    }

    private static async Task<Reply> CsvAsync(Scene scene, CancellationToken cancellationToken)
    {
        var all = await ListAsync(scene, new AssessmentQuery { Limit = MostCsvLines }, cancellationToken);
        ImmutableArray<CardBlock> blocks =
        [
            new TextBlock($"All assessments of this conversation: {all.Count}.", TextTone.Strong),
            new DocumentBlock("assessments.csv", "text/csv", AssessmentCsv.Write(all)),
        ];
        var summary = all.Count == 1 ? "A table of 1 assessment." : $"A table of {all.Count} assessments.";
        return Content(new Card { Kind = CardKind.Reply, Summary = summary, Blocks = blocks });
    }

    private static async Task<Reply> ForgetAsync(Scene scene, CancellationToken cancellationToken)
    {
        var forgotten = await scene.Store.ForgetPersonAsync(scene.Key, scene.Person, scene.Now, cancellationToken);
        return ConversationReplies.Forgotten(forgotten.Redrawn, forgotten.OutOfReach);
    }

    private static Reply Content(Card card) => new(ReplyNature.Content, new NoticeContent(card));
}
