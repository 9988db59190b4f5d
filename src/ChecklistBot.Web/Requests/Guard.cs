using ChecklistBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Requests;

/// <summary>Stands before every route of the page: headers, other sites, the pass phrase.</summary>
internal sealed class Guard(WebSettings settings, Screen screen)
{
    public RequestDelegate Around(RequestDelegate handler) => async context =>
    {
        PageResponse.AddHeaders(context.Response);
        if (!SiteCheck.IsOwn(context.Request, settings.PublicUrl))
        {
            await screen.ShowProblemAsync(context, SiteCheck.OtherSite);
            return;
        }

        await handler(context);
    };
}
