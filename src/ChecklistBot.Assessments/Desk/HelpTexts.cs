using System.Collections.Immutable;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Replies;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Desk;

/// <summary>What help says: short, with the worked examples of the checklist.</summary>
public static class HelpTexts
{
    private static readonly ImmutableArray<(string Command, string Usage, string Does)> Topics =
    [
        ("start", "start CRM to accounting", "opens an assessment and posts its card"),
        ("rename", "rename Leads to sales", "gives the assessment another title"),
        ("answer", "answer 2, 3b, 1b 2c, or the words of an answer", "answers without buttons"),
        ("not sure", "not sure, or 3 not sure", "says that you do not know; it is shown and never counted"),
        ("back", "back", "goes to the item before"),
        ("next", "next", "goes to the next item that can still change the path"),
        ("go", "go 4", "goes to item 4"),
        ("status", "status, or status #3", "posts the card again at the bottom"),
        ("settle", "settle 2b", "where you differ on item 2, makes b the team's answer"),
        ("finish", "finish, or finish #3", "gives the recommendation; finish without agreement gives a provisional one"),
        ("reopen", "reopen #3", "lets you change answers after finishing, or brings back a cancelled assessment"),
        ("cancel", "cancel, or cancel #3", "ends without a result; reopen brings it back"),
        ("pin", "pin, or pin #3", "keeps the recommendation for later"),
        ("unpin", "unpin, or unpin #3", "takes the recommendation out of the register"),
        ("pinned", "pinned", "shows what is pinned here"),
        ("list", "list, list payroll, list 2026-11, or list csv", "shows every assessment here, or those with a word, of a month or of a day such as 2026-11-28"),
        ("export", "export, or export #3", "gives the decision record as Markdown"),
        ("why", "why, or why #3", "names the answers that alone lead to the path"),
        ("what if", "what if, or what if #3", "names the single changes that lead elsewhere"),
        ("undo", "undo", "takes back the last thing you did; typed again, the one before it"),
        ("hold", "hold", "keeps an item in focus until someone presses Next"),
        ("quick", "quick", "moves on after each answer"),
        ("forget me", "forget me", "removes your name from this workspace"),
        ("help", "help settle", "explains a command"),
    ];

    /// <summary>Every command with an explanation; a test compares it with the grammar.</summary>
    public static ImmutableArray<string> Commands => [.. Topics.Select(topic => topic.Command)];

    /// <summary>Help on everything, or on one command.</summary>
    /// <param name="checklist">Whose examples it shows.</param>
    /// <param name="topic">A command; null for everything.</param>
    /// <param name="needsMention">Whether words reach the bot there only with its mention.</param>
    public static Reply Help(ChecklistDefinition checklist, string? topic, bool needsMention)
    {
        if (topic is null)
            return Reply.Of(ReplyNature.Content, Overview(checklist, needsMention));
        var known = Topics.FirstOrDefault(entry => entry.Command == topic);
        if (known.Command is null)
            known = Topics.FirstOrDefault(entry => topic.StartsWith(entry.Command + " ", StringComparison.Ordinal));
        if (known.Command is not null)
            return Reply.Of(ReplyNature.Content, $"{known.Command}: {known.Does}. Type: {known.Usage}.");
        var nearest = Nearest.Closest(topic, Grammar.Words);
        return Reply.Of(
            ReplyNature.NotUnderstood,
            nearest is null ? $"There is no command “{topic}”. Type help to see all." : $"There is no command “{topic}”. Did you mean {nearest}?",
            nearest is null ? [HelpButton] : [HelpOn(nearest)]);
    }

    /// <summary>What to say to a word that is no command.</summary>
    public static Reply Unknown(NotUnderstood said)
    {
        var text = said.Nearest switch
        {
            null => $"I do not know “{said.Word}”. Type start and a title to begin, 2b to answer item 2, or help to see what I can do.",
            var nearest when nearest == said.Word => $"To use {nearest}, type it like this: {Topics.First(topic => topic.Command == nearest).Usage}.",
            var nearest => $"I do not know “{said.Word}”. Did you mean {nearest}?",
        };
        return Reply.Of(ReplyNature.NotUnderstood, text, said.Nearest is { } near ? HelpOn(near) : HelpButton);
    }

    /// <summary>Said once when the bot comes into a conversation.</summary>
    /// <param name="checklist">What it is there for.</param>
    /// <param name="needsMention">Whether words reach the bot there only with its mention.</param>
    public static Reply Welcome(ChecklistDefinition checklist, bool needsMention) => Reply.Of(
        ReplyNature.Content,
        [
            $"Hello. I take a team through “{checklist.Title}” and recommend a path with its next steps.",
            needsMention
                ? "Type @Checklist start and a title, such as @Checklist start CRM to accounting. Type @Checklist help for everything else."
                : "Type start and a title, such as start CRM to accounting. Type help for everything else.",
        ],
        HelpButton);

    private static ImmutableArray<string> Overview(ChecklistDefinition checklist, bool needsMention)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{checklist.Title} {checklist.Intro}".Trim());
        lines.Add("Begin: start CRM to accounting. Everyone taps answers on the card, or types them: 2 for the item in focus, 3b for item 3, not sure, or the words of an answer.");
        lines.Add("Then: finish, pin, export. To look around: next, back, go 4, status, list, list csv, pinned, why, what if. To put things right: undo, settle 2b, rename, unpin, reopen, cancel, forget me. To set the pace: quick, hold.");
        lines.Add("Type help and a command for more, such as help settle. Add a number to name an assessment: finish #3.");
        if (needsMention)
            lines.Add("What you type here reaches me when it begins with @Checklist, such as @Checklist finish.");
        var examples = checklist.Paths.Where(path => path.Example.Length > 0).Select(path => $"{path.Label}: {path.Example}").ToArray();
        if (examples.Length > 0)
            lines.Add("Examples.");
        lines.AddRange(examples);
        return lines.ToImmutable();
    }

    private static CardButton HelpButton => new() { Label = "Help", Action = CardAction.Of(new Help(null)) };

    private static CardButton HelpOn(string command) => new() { Label = $"Help on {command}", Action = CardAction.Of(new Help(command)) };
}
