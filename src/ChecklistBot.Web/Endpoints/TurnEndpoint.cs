using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Live;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Endpoints;

/// <summary>What the forms have in common: read, hand over as a turn, go back to the room or say what is wrong.</summary>
internal sealed class TurnEndpoint(ITurnHandler turns, Screen screen)
{
    private const int MostToken = 100;

    private static readonly Problem WrongToken = new(400, "That form is damaged: open the room again and repeat it there.");

    /// <summary><c>POST /say</c>: words.</summary>
    public Task SayAsync(HttpContext context) => HandleAsync(context, SaidForm.Read);

    /// <summary><c>POST /tap</c>: a button.</summary>
    public Task TapAsync(HttpContext context) => HandleAsync(context, TappedForm.Read);

    /// <summary><c>POST /answers</c>: all items at once.</summary>
    public Task AnswersAsync(HttpContext context) => HandleAsync(context, SubmittedForm.Read);

    private async Task HandleAsync(HttpContext context, Func<Posted, Reading> read)
    {
        var posted = await FormReading.ReadAsync(context.Request, context.RequestAborted);
        var reading = read(posted);
        if ((posted.Problem ?? reading.Problem ?? TokenProblem(posted)) is { } problem)
        {
            await screen.ShowAsync(context, posted.Room, posted.Who, problem, reading.Draft);
            return;
        }

        try
        {
            var answer = await turns.HandleAsync(Turn(posted, reading), context.RequestAborted);
            if (Untold(answer, reading.Utterance is Tapped) is { } sentence)
            {
                await screen.ShowAsync(context, posted.Room, posted.Who, new Problem(400, sentence), reading.Draft);
                return;
            }
        }
        catch (StorageUnavailableException)
        {
            await screen.ShowAsync(context, posted.Room, posted.Who, Screen.NotKnown, reading.Draft, posted["token"]);
            return;
        }

        PageResponse.SeeOther(context, RoomAddress.Of(posted.Room!, posted.Who!.Name));
    }

    private static Problem? TokenProblem(Posted posted) => posted["token"].Length > MostToken ? WrongToken : null;

    private static Turn Turn(Posted posted, Reading reading)
    {
        var token = posted["token"];
        return new Turn
        {
            Conversation = Conversation(posted.Room!),
            Person = posted.Who!.In(posted.Room!),
            Utterance = reading.Utterance!,
            // A room has no colon and a name no line's end: no two people can come to the same key.
            DedupeKey = token.Length == 0 ? null : $"web:{posted.Room}:{posted.Who.Id}\n{token}:{reading.Key}",
            Replies = ReplyPlacement.InConversation,
            KeepWords = true,
        };
    }

    /// <summary>What the person must be told here because no message of the room says it; null when everything is said there. A tap that means nothing is
    /// a damaged form, whatever the room says of it.</summary>
    private static string? Untold(TurnAnswer answer, bool isTap) => answer switch
    {
        { Status: TurnStatus.NotUnderstood } when isTap || !answer.ReplyIsMessage => answer.Reply?.Summary ?? "That was not understood.",
        { Status: TurnStatus.Refused or TurnStatus.Asked, ReplyIsMessage: false, Reply: { } reply } => reply.Summary,
        _ => null,
    };

    internal static ConversationReference Conversation(string room) =>
        new(new ConversationKey(WebChannel.Name, WebChannel.Tenant, room), ConversationKind.Channel);
}
