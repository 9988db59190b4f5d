using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Web.Endpoints;

/// <summary><c>POST /sign-in</c>: the pass phrase against a cookie.</summary>
internal sealed class SignInEndpoint(PassPhrase phrase, WrongTries tries, SignInPage page, ILogger<SignInEndpoint> logger)
{
    public const string Path = "/sign-in";

    private const string Wrong = "That is not the pass phrase. Please try again.";
    private const string Busy = "Too many people are trying at this moment. Please wait a few seconds and try again.";

    public async Task HandleAsync(HttpContext context)
    {
        var (fields, problem) = await FormReading.ReadFieldsAsync(context.Request, context.RequestAborted);
        var back = OwnPath(fields["back"]);
        if (problem is not null)
        {
            await PageResponse.SendAsync(context, problem.Status, page.Draw(back, problem.Sentence));
            return;
        }

        if (!await tries.EnterAsync(context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = "5";
            await PageResponse.SendAsync(context, StatusCodes.Status429TooManyRequests, page.Draw(back, Busy));
            return;
        }

        if (!phrase.IsAsked || phrase.IsRight(fields["key"].ToString()))
        {
            tries.Right();
            if (phrase.IsAsked)
            {
                phrase.Admit(context);
            }

            PageResponse.SeeOther(context, back);
            return;
        }

        Log.WrongPassPhrase(logger, await tries.WrongAsync());
        await PageResponse.SendAsync(context, StatusCodes.Status401Unauthorized, page.Draw(back, Wrong));
    }

    /// <summary>A path of this site, never an address of another one.</summary>
    private static string OwnPath(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(static c => char.IsControl(c) || c > '\x7e') && path.Length <= 400 ? path : "/";
}
