using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Endpoints;

/// <summary><c>GET /form</c>: all items at once, filled with one's own answers.</summary>
internal sealed class FormEndpoint(ITurnHandler turns, FormPage page, Screen screen)
{
    private static readonly Problem NotOpen = new(400, "There is nothing to fill in here any more. Type status to see the card as it is now.");

    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!RoomName.TryParse(query["room"], out var room))
        {
            await screen.ShowAsync(context, room: null, who: null, RoomName.Wrong);
            return;
        }

        if (!Participant.TryParse(query["who"], out var who, out var problem))
        {
            await screen.ShowAsync(context, room, who: null, problem);
            return;
        }

        var action = query["action"].ToString();
        if (!TappedForm.IsAction(action))
        {
            await screen.ShowAsync(context, room, who, TappedForm.UnknownButton);
            return;
        }

        try
        {
            var form = await turns.OpenFormAsync(TurnEndpoint.Conversation(room), who.In(room), action, context.RequestAborted);
            await (form is null
                ? screen.ShowAsync(context, room, who, NotOpen)
                : PageResponse.SendAsync(context, StatusCodes.Status200OK, page.Draw(form, room, who, Screen.FreshToken())));
        }
        catch (StorageUnavailableException)
        {
            await screen.ShowAsync(context, room, who, Screen.NotKept);
        }
    }
}
