using System.Globalization;
using System.Text;
using ChecklistBot.Assessments.Cards;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ChecklistBot.Web.Endpoints;

/// <summary><c>GET /document</c>: a document of a card as a file to keep.</summary>
internal sealed class DocumentEndpoint(IRooms rooms, Screen screen)
{
    private static readonly Problem Missing = new(404, "That document is not here any more. Type export to get it again.");

    public async Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!RoomName.TryParse(query["room"], out var room))
        {
            await screen.ShowProblemAsync(context, RoomName.Wrong);
            return;
        }

        DocumentBlock? document;
        try
        {
            document = await FindAsync(room, Number(query["message"]), Number(query["part"]), context.RequestAborted);
        }
        catch (StorageUnavailableException)
        {
            await screen.ShowProblemAsync(context, Screen.NotKept);
            return;
        }

        if (document is null)
        {
            await screen.ShowProblemAsync(context, Missing);
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(document.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.ContentType = $"{document.MediaType}; charset=utf-8";
        await context.Response.WriteAsync(Mark(document) + document.Content, Encoding.UTF8, context.RequestAborted);
    }

    /// <summary>Excel opens a table without a byte-order mark in the old code page of its machine, which turns £ into Â£.</summary>
    private static string Mark(DocumentBlock document) => document.MediaType == "text/csv" ? "\uFEFF" : "";

    private async Task<DocumentBlock?> FindAsync(string room, long message, long part, CancellationToken cancellationToken)
    {
        var messages = await rooms.ReadAsync(room, changedAfter: 0, cancellationToken);
        return messages.FirstOrDefault(m => m.Number == message)?.Card?.Blocks.OfType<DocumentBlock>().ElementAtOrDefault((int)Math.Clamp(part, -1, 1000));
    }

    /// <summary>-1 for what is no number: nothing has that number.</summary>
    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
