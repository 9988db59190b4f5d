using System.Collections.Immutable;
using ChecklistBot.Assessments.Agreement;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Assessments.State;

namespace ChecklistBot.Assessments.Views;

/// <summary>The one message of an assessment that everybody answers on.</summary>
internal static class LiveCard
{
    public static Card Draw(Assessment state, ViewContext context) => state.Phase switch
    {
        Phase.Finished => PointerCards.Finished(state, context),
        Phase.Cancelled => PointerCards.Cancelled(state, context),
        _ => Open(state, context),
    };

    /// <summary>An older copy that goes on, since no newer one stands: it says why, once the platform has said so.</summary>
    public static Card DrawStandIn(Assessment state, ViewContext context)
    {
        var card = Draw(state, context);
        return context.LiveRefusal is { } reason
            ? card with { Blocks = card.Blocks.Insert(1, new TextBlock($"A newer card could not be posted, so this one goes on: {reason} Type status to try again.", TextTone.Attention)) }
            : card;
    }

    private static Card Open(Assessment state, ViewContext context)
    {
        state = state.On(context.Checklist);
        var picture = TeamPicture.Of(state, context.Checklist);
        var focus = picture.Items[context.Checklist.ItemIndex(state.FocusItem)];
        var progress = $"{picture.AnsweredCount} of {picture.Items.Length} answered";
        var blocks = ImmutableArray.CreateBuilder<CardBlock>();
        blocks.Add(new HeadingBlock($"#{state.Number} {state.Title}"));
        blocks.Add(new TextBlock(About(state, context), TextTone.Subtle));
        blocks.Add(new ProgressBlock(picture.AnsweredCount, picture.Items.Length, progress));
        var flags = context.Checklist.Evaluate(picture.Team).Flags;
        if (!flags.IsEmpty)
            blocks.Add(new FlagsBlock([.. flags.Select(flag => context.Checklist.Definition.Flags[flag].Label)]));
        var attribution = AttributionLine.Of(state, context.Names);
        if (attribution is not null)
            blocks.Add(new TextBlock(attribution, TextTone.Subtle));
        blocks.Add(new DividerBlock());
        foreach (var item in picture.Items.Where(item => item.Index != focus.Index && item.AnswerCount > 0))
            blocks.Add(Line(state, picture, item, context));
        if (picture.AnsweredCount > 0 && StillOpen(picture, focus) is { } open)
            blocks.Add(new TextBlock(open, TextTone.Subtle));
        blocks.Add(FocusView.Draw(state, picture, focus, context));
        var (standing, undecided) = Standing(state, picture, context);
        blocks.AddRange(standing);
        if (undecided is not null)
            foreach (var row in DecidingItems.Buttons(state, picture, undecided.Split).Chunk(5))
                blocks.Add(new ButtonsBlock([.. row]));
        blocks.Add(new ButtonsBlock(Navigation(state, picture, focus, canFinish: picture.AnsweredCount > 0 && (picture.Matters.IsEmpty || state.FinishAsked) && undecided is null)));
        var latest = Latest(state, context);
        if (latest is not null)
            blocks.Add(new TextBlock(latest, TextTone.Subtle));
        blocks.Add(new TextBlock(FocusView.Hint(focus, context.NeedsMention), TextTone.Subtle));
        var now = $"Now item {focus.Position}: {focus.Definition.Question}";
        return new Card
        {
            Kind = CardKind.Live,
            Summary = $"#{state.Number} {state.Title}: {progress}. {now}",
            News = [.. Said(latest), .. Said(attribution), .. Agreement(picture, context), .. standing.Select(sentence => sentence.Text), $"{progress}.", now],
            Blocks = blocks.ToImmutable(),
            Assessment = state.Id,
            Number = state.Number,
            Revision = state.Revision,
        };
    }

    private static string About(Assessment state, ViewContext context)
    {
        var about = $"Started by {context.Names[state.StartedBy]}";
        if (state.Revision > 1)
            about += $" · revision {state.Revision}";
        if (state.Checklist.Hash != context.Checklist.Definition.ContentHash)
            about += " · the checklist has changed since it began";
        return about + " · names are shown";
    }

    private static ItemLineBlock Line(Assessment state, TeamPicture picture, ItemPicture item, ViewContext context)
    {
        var choices = item.Choices.Select(choice => Choice(item, choice.Option, choice.People, context)).ToList();
        if (!item.NotSure.IsEmpty)
            choices.Add(new LineChoice(Answers.NotSure, Answers.NotSureLabel, item.NotSure.Length, NameLists.Of(item.NotSure, context.Names)));
        var note = item.Settlement is { } settlement
            ? $"settled on “{item.Definition.Options[item.Team!.Value].Label}” by {context.Names[settlement.Person]}"
            : picture.IsForTheRecord(item) ? "for the record" : null;
        return new ItemLineBlock(
            item.Position,
            item.Definition.Id,
            item.Definition.Question,
            item.State,
            [.. choices],
            note,
            Cards.Buttons.Focus(state, item.Definition, item.Position));
    }

    private static LineChoice Choice(ItemPicture item, int option, ImmutableArray<int> people, ViewContext context) =>
        new(item.Definition.Options[option].Id, item.Definition.Options[option].Label, people.Length, NameLists.Of(people, context.Names));

    private static string? StillOpen(TeamPicture picture, ItemPicture focus)
    {
        var open = picture.Open.Where(item => item.Index != focus.Index && item.AnswerCount == 0).ToLookup(picture.IsForTheRecord, item => item.Position);
        return (open[false].Any(), open[true].Any()) switch
        {
            (true, true) => $"Still open: {Wording.Items([.. open[false]])}. For the record only: {Wording.Items([.. open[true]])}.",
            (true, false) => $"Still open: {Wording.Items([.. open[false]])}.",
            (false, true) => $"Still open, for the record only: {Wording.Items([.. open[true]])}.",
            _ => null,
        };
    }

    /// <summary>Whether the path is settled; once someone has asked to finish, what the majority gives or what decides. The card then asks to settle first.</summary>
    private static (ImmutableArray<TextBlock> Sentences, Undecided? Undecided) Standing(Assessment state, TeamPicture picture, ViewContext context)
    {
        if (picture.AnsweredCount > 0 && picture.SettledPath is { } path)
            return ([new TextBlock(Settled(picture, path), TextTone.Strong)], null);
        if (!state.FinishAsked || picture.AnsweredCount == 0)
            return ([], null);
        return Verdicts.Of(picture) switch
        {
            Majority majority =>
                ([new TextBlock($"By the majority's answers: {Wording.InSentence(picture.Checklist.Definition.Paths[majority.Path].Label)}.", TextTone.Strong)], null),
            Undecided undecided =>
                ([.. DecidingItems.Sentences(picture, undecided.Split, context.Names).Select(sentence => new TextBlock(sentence, TextTone.Attention))], undecided),
            _ => ([], null),
        };
    }

    /// <summary>What no line of its own says: which items are tied or settled.</summary>
    private static IEnumerable<string> Agreement(TeamPicture picture, ViewContext context) => picture.Items.SelectMany(item => item switch
    {
        { Settlement: { } settlement, Team: { } team } =>
            Said($"Item {item.Position} is settled on “{item.Definition.Options[team].Label}” by {context.Names[settlement.Person]}."),
        { State: ItemLineState.Tied } => Said($"Item {item.Position} is tied."),
        _ => [],
    });

    private static ImmutableArray<string> Said(string? sentence) => sentence is null ? [] : [sentence];

    private static string Settled(TeamPicture picture, int path)
    {
        var label = Wording.InSentence(picture.Checklist.Definition.Paths[path].Label);
        var people = picture.Items.SelectMany(item => item.Choices).SelectMany(choice => choice.People).Distinct().Count();
        var open = picture.Open.Count();
        return open == 0
            ? $"Settled on the answers of {Wording.People(people)}: {label}."
            : $"Settled on the answers of {Wording.People(people)} so far: {label}, whatever the other {(open == 1 ? "item" : $"{Wording.InWords(open)} items")}.";
    }

    private static ImmutableArray<CardButton> Navigation(Assessment state, TeamPicture picture, ItemPicture focus, bool canFinish)
    {
        var buttons = ImmutableArray.CreateBuilder<CardButton>();
        if (canFinish)
            buttons.Add(Cards.Buttons.Finish(state, picture.Open.Any() ? "Finish now" : "Finish"));
        if (focus.Index > 0)
            buttons.Add(new CardButton { Label = "Back", Action = CardAction.Of(state.Id, new Back(focus.Definition.Id)), Description = "The item before" });
        buttons.Add(new CardButton
        {
            Label = focus.AnswerCount == 0 ? "Next" : $"Next · {focus.AnswerCount} answered",
            Action = CardAction.Of(state.Id, new Next(focus.Definition.Id)),
            Description = "The next item that can still change the path",
        });
        buttons.Add(new CardButton
        {
            Label = "Answer all",
            Action = CardAction.Form(state.Id),
            Description = "A form with all items, filled with your own answers",
            OpensForm = true,
        });
        buttons.Add(Cards.Buttons.More(state));
        return buttons.ToImmutable();
    }

    private static string? Latest(Assessment state, ViewContext context)
    {
        if (state.Latest is not { } latest || context.Checklist.ItemIndex(latest.Item) is not (>= 0 and var index))
            return null;
        var item = context.Checklist.Definition.Items[index];
        var option = context.Checklist.OptionIndex(index, latest.Option);
        // An answer that the checklist no longer has counts as not given.
        if (option < 0 && latest.Option != Answers.NotSure)
            return null;
        var label = option < 0 ? Answers.NotSureLabel : item.Options[option].Label;
        return $"Last answer: {context.Names[latest.Person]}, item {index + 1}: {label}.";
    }
}
