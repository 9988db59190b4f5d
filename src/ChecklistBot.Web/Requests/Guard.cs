using ChecklistBot.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Requests;

/// <summary>Stands before every route of the page: headers, other sites, the pass phrase.</summary>
internal sealed class Guard(WebChannelSettings settings, PassPhrase phrase, SignInPage signIn, Screen screen)
{
    /// <summary>For those who are signed in, where a pass phrase is set.</summary>
    public RequestDelegate Around(RequestDelegate handler) => AroundOpen(context =>
        phrase.Admits(context.Request) ? handler(context) : AskAsync(context));

    /// <summary>For everybody who comes from this site, or from no site.</summary>
    public RequestDelegate AroundOpen(RequestDelegate handler) => async context =>
    {
        PageResponse.AddHeaders(context.Response);
        if (!SiteCheck.IsOwn(context.Request, settings.PublicUrl))
        {
            await screen.ShowProblemAsync(context, SiteCheck.OtherSite);
            return;
        }

        await handler(context);
    };

    private async Task AskAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            await PageResponse.SendAsync(context, StatusCodes.Status401Unauthorized, signIn.Draw(request.Path + request.QueryString));
            return;
        }

        // Someone whose sign-in ran out while typing gets the words back.
        var posted = await FormReading.ReadAsync(request, context.RequestAborted);
        var back = RoomAddress.Of(posted.Room ?? RoomName.Default, posted.Who?.Name);
        const string Sentence = "Please give the pass phrase first, then send that again.";
        await PageResponse.SendAsync(context, StatusCodes.Status401Unauthorized, signIn.Draw(back, Sentence, posted["text"]));
    }
}
