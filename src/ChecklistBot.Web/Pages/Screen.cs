using System.Security.Cryptography;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Pages;

/// <summary>Shows a room, with or without a problem in it.</summary>
internal sealed class Screen(IRooms rooms, RoomPage page, ProblemPage problemPage)
{
    public static readonly Problem NotKept =
        new(503, "The bot cannot keep anything at the moment, so nothing was done. Please send it again in a minute.");

    /// <summary>Of what was sent: the page that says so keeps its token.</summary>
    public static readonly Problem NotKnown =
        new(503, "The bot cannot keep anything at the moment, and cannot tell whether that was still done. Please send it again from here in a minute: it is done once only.");

    /// <summary>Marks the forms of one page.</summary>
    public static string FreshToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Shows the room, or the problem alone when the room is not known.</summary>
    /// <param name="context">The request.</param>
    /// <param name="room">Null when it is not known.</param>
    /// <param name="who">Null when nobody has said it.</param>
    /// <param name="problem">Null for none.</param>
    /// <param name="draft">What stands in the field for words.</param>
    /// <param name="token">Of a form whose repeat must be the same turn; else the page's forms have a fresh one.</param>
    public async Task ShowAsync(HttpContext context, string? room, Participant? who, Problem? problem = null, string draft = "", string token = "")
    {
        if (room is null)
        {
            await ShowProblemAsync(context, problem ?? RoomName.Wrong);
            return;
        }

        IReadOnlyList<RoomMessage> messages = [];
        try
        {
            messages = await rooms.ReadAsync(room, changedAfter: 0, context.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            problem ??= NotKept;
        }

        var view = new RoomView
        {
            Room = room,
            Who = who,
            Messages = messages,
            Problem = problem,
            Draft = draft.Length > FormReading.MostText ? "" : draft,
            Token = token.Length == 0 ? FreshToken() : token,
        };
        await PageResponse.SendAsync(context, problem?.Status ?? StatusCodes.Status200OK, page.Draw(view));
    }

    public Task ShowProblemAsync(HttpContext context, Problem problem) =>
        PageResponse.SendAsync(context, problem.Status, problemPage.Draw(problem));
}
