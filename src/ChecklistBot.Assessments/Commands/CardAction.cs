using System.Globalization;
using System.Text;
using ChecklistBot.Assessments.Events;

namespace ChecklistBot.Assessments.Commands;

/// <summary>What a button carries: a command in at most 600 ASCII characters. It gives no rights: whoever sends it is
/// treated as if they had typed the command in the conversation that it came from.</summary>
public static class CardAction
{
    /// <summary>The longest action, in characters.</summary>
    public const int MaxLength = 600;

    /// <summary>Never part of an id, a number or base64url.</summary>
    private const char Separator = '~';

    /// <summary>Asks for the menu behind <c>More…</c>, on platforms where a menu is a message of its own.</summary>
    public static string Menu(AssessmentId id) => Join("more", id);

    /// <summary>Opens the form of all items.</summary>
    public static string Form(AssessmentId id) => Join("all", id);

    /// <summary>Sends the form of all items; see <see cref="FormAction"/>.</summary>
    internal static string Form(AssessmentId id, string stamp, string filling) => Join("all", id, stamp, filling);

    /// <summary>A line as typed, for one assessment: how a question keeps the command it asks about. Null when it does not fit.</summary>
    public static string? Typed(AssessmentId id, string line)
    {
        var action = Join("say", id, System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(line)));
        return action.Length <= MaxLength ? action : null;
    }

    /// <summary>Writes a command to one assessment.</summary>
    public static string Of(AssessmentId id, AssessmentCommand command) => command switch
    {
        AnswerByIds { Answers: [var answer] } => Join("a", id, answer.Key, answer.Value),
        FocusOn c => Join("f", id, c.Item),
        Back c => Join("b", id, c.Shown ?? ""),
        Next c => Join("n", id, c.Shown ?? ""),
        SettleById c => Join("set", id, c.Item, c.Option),
        Finish { WithoutAgreement: false } => Join("fin", id),
        Finish => Join("fin-anyway", id),
        Reopen => Join("open", id),
        Cancel => Join("end", id),
        Pin c => Join("pin", id, Number(c.Revision ?? 0)),
        Unpin { Revision: null } => Join("unpin", id),
        Unpin c => Join("unpin", id, Number(c.Revision.Value)),
        Export { Revision: null } => Join("exp", id),
        Export c => Join("exp", id, Number(c.Revision.Value)),
        ShowStatus => Join("show", id),
        Rename => Join("name", id),
        ChangePace c => Join("pace", id, c.Pace == Pace.Hold ? "hold" : "quick"),
        Undo c => Join("undo", id, Number(c.Sequence ?? 0)),
        _ => throw new ArgumentException($"{command.GetType().Name} has no button.", nameof(command)),
    };

    /// <summary>Writes a command to the conversation.</summary>
    public static string Of(ConversationCommand command) => command switch
    {
        ForgetMe { Asked: { } asked } => "forget" + Separator + Number(asked),
        Help c => "help" + Separator + System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(c.Topic ?? "")),
        ShowPinned c => "pinned" + Separator + Number(c.Before ?? 0),
        ListAll c => string.Join(
            Separator,
            "list",
            Number(c.Before ?? 0),
            System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(' ', c.Words)))),
        _ => throw new ArgumentException($"{command.GetType().Name} has no button.", nameof(command)),
    };

    /// <summary>Reads an action; null for anything that no card carries.</summary>
    /// <param name="action">As it came back.</param>
    /// <param name="input">The text typed beside the button; null for none.</param>
    /// <param name="grammar">Reads a kept line.</param>
    public static Instruction? Read(string action, string? input, Grammar grammar)
    {
        if (action.Length > MaxLength)
            return null;
        var parts = action.Split(Separator);
        if (Conversation(parts) is { } conversation)
            return new Instruction(conversation);
        if (parts.Length < 2 || !AssessmentId.TryParse(parts[1], out var id))
            return null;
        if (parts is ["say", _, var kept])
            return Text(kept) is { } line && grammar.Read(line) is { Command: AssessmentCommand } typed
                ? typed with { Id = id, Number = null }
                : null;
        return Assessment(parts, input) is { } command ? new Instruction(command, Id: id) : null;
    }

    /// <summary>The assessment of a form's or menu's action; null for any other action.</summary>
    public static AssessmentId? OpeningOf(string action) =>
        action.Length <= MaxLength
        && action.Split(Separator) is var parts and (["all" or "more", _] or ["all", _, _, _])
        && AssessmentId.TryParse(parts[1], out var found)
            ? found
            : null;

    /// <summary>What a form's action says of its filling; null when it says nothing.</summary>
    internal static (string Stamp, string Filling)? FillingOf(string action) =>
        action.Split(Separator) is ["all", _, var stamp, var filling] ? (stamp, filling) : null;

    /// <summary>The assessment that any action names; null when it names none.</summary>
    public static AssessmentId? AssessmentOf(string action) =>
        action.Length <= MaxLength && action.Split(Separator) is [_, var id, ..] && AssessmentId.TryParse(id, out var found) ? found : null;

    private static ConversationCommand? Conversation(string[] parts) => parts switch
    {
        // Buttons of older versions do not say whom they asked.
        ["forget"] => new ForgetMe(),
        ["forget", var asked] when Position(asked) is { } person => new ForgetMe(person),
        ["help", var topic] => Text(topic) is { } text ? new Help(text.Length == 0 ? null : PlainText.Cut(text, 40)) : null,
        ["pinned", var before] when Position(before) is { } number => new ShowPinned(number == 0 ? null : number),
        ["list", var before, var words] when Position(before) is { } number && Text(words) is { } text =>
            new ListAll([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)], Csv: false, number == 0 ? null : number),
        _ => null,
    };

    private static AssessmentCommand? Assessment(string[] parts, string? input) => parts switch
    {
        ["a", _, var item, var option] => new AnswerByIds([KeyValuePair.Create(item, option)]),
        ["f", _, var item] => new FocusOn(item),
        ["b", _, var shown] => new Back(shown),
        ["n", _, var shown] => new Next(shown),
        ["set", _, var item, var option] => new SettleById(item, option),
        ["fin", _] => new Finish(WithoutAgreement: false),
        ["fin-anyway", _] => new Finish(WithoutAgreement: true),
        ["open", _] => new Reopen(),
        ["end", _] => new Cancel(),
        ["pin", _, var revision] when Position(revision) is { } number => new Pin(number == 0 ? null : number),
        ["unpin", _] => new Unpin(),
        ["unpin", _, var revision] when Position(revision) is { } number => new Unpin(number),
        ["exp", _] => new Export(),
        ["exp", _, var revision] when Position(revision) is { } number => new Export(number),
        ["show", _] => new ShowStatus(),
        ["name", _] => new Rename(Title.From(input)),
        ["pace", _, "hold"] => new ChangePace(Pace.Hold),
        ["pace", _, "quick"] => new ChangePace(Pace.Quick),
        ["undo", _, var sequence] when Position(sequence) is { } number => new Undo(number == 0 ? null : number),
        _ => null,
    };

    private static int? Position(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(string encoded)
    {
        if (!System.Buffers.Text.Base64Url.IsValid(encoded))
            return null;
        return PlainText.OneLine(Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(encoded)));
    }

    private static string Join(string verb, AssessmentId id, params ReadOnlySpan<string> arguments) =>
        string.Join(Separator, [verb, id.ToString(), .. arguments]);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
