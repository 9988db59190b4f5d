using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Endpoints;

/// <summary><c>GET /</c>: the room.</summary>
internal sealed class RoomEndpoint(Screen screen)
{
    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!RoomName.TryParse(query["room"], out var room))
        {
            await screen.ShowAsync(context, room: null, who: null, RoomName.Wrong);
            return;
        }

        // Nobody in particular may look; a name that is none is told so.
        Problem? problem = null;
        Participant? who = null;
        if (!string.IsNullOrWhiteSpace(query["who"]) && !Participant.TryParse(query["who"], out who, out var wrong))
        {
            problem = wrong;
        }

        await screen.ShowAsync(context, room, who, problem);
    }
}
