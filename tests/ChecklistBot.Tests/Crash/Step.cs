using AngleSharp.Html.Dom;
using ChecklistBot.Tests.Web;

namespace ChecklistBot.Tests.Crash;

/// <summary>One turn of a conversation, as anybody may send it.</summary>
/// <param name="Who">The person's name.</param>
/// <param name="Shows">What the room shows afterwards.</param>
/// <param name="Words">The line typed; null for a tap.</param>
/// <param name="Button">Finds the action on the page as it is; null for a line.</param>
internal sealed record Step(string Who, string Shows, string? Words, Func<IHtmlDocument, string>? Button)
{
    public static Step Says(string who, string words, string shows) => new(who, shows, words, null);

    public static Step Answers(string who, string item, string option, string shows) =>
        new(who, shows, null, page => Caller.Action(page, item, option));

    public static Step Taps(string who, string kind, string button, string shows) =>
        new(who, shows, null, page => Caller.Action(Caller.Card(page, kind), button));

    /// <summary>The form that a person's browser would send now.</summary>
    public async Task<Form> FillAsync(Caller room, string token)
    {
        var field = Words is null ? ("action", Button!(await room.PageAsync(Who))) : ("text", Words);
        return new Form(Words is null ? "tap" : "say", room.Fields(Who, field, token));
    }

    public override string ToString() => $"{Who} {(Words is null ? "taps" : $"says “{Words}”")}, and the room shows “{Shows}”";
}
