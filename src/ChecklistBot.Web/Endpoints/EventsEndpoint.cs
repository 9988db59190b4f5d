using System.Globalization;
using System.Text;
using System.Text.Json;
using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Html;
using ChecklistBot.Web.Live;
using ChecklistBot.Web.Pages;
using ChecklistBot.Web.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Web.Endpoints;

/// <summary><c>GET /events</c>: every change of a room as it happens (server-sent events, WHATWG HTML 9.2).</summary>
internal sealed class EventsEndpoint(
    IRooms rooms,
    RoomHub hub,
    MessageHtml messages,
    Screen screen,
    WebChannelSettings settings,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<EventsEndpoint> logger)
{
    private static readonly Problem TooMany = new(503, "Too many people are looking at this moment. Please try again in a minute.");

    public async Task HandleAsync(HttpContext context)
    {
        if (!RoomName.TryParse(context.Request.Query["room"], out var room))
        {
            await screen.ShowProblemAsync(context, RoomName.Wrong);
            return;
        }

        // Subscribed before the first read: a change between the two is seen by one of them.
        using var subscription = hub.Subscribe(room, settings.MostStreams);
        if (subscription is null)
        {
            await screen.ShowProblemAsync(context, TooMany);
            return;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var writing = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        await using var stop = lifetime.ApplicationStopping.Register(() =>
        {
            // Calling off what a store is asked may take a while, and must not hold up everybody else's stop.
            _ = ending.CancelAsync();

            // A write that is cancelled resets the connection, which the reader takes for a failure; so it may finish where it can.
            writing.CancelAfter(settings.Farewell);
        });
        try
        {
            await StreamAsync(context.Response, subscription, Seen(context.Request), ending.Token, writing.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client went, or the process stops: either way the stream has ended as it should.
        }
        catch (StorageUnavailableException e)
        {
            Log.StreamWithoutStore(logger, e);
        }
    }

    private async Task StreamAsync(
        HttpResponse response,
        RoomSubscription subscription,
        long seen,
        CancellationToken ending,
        CancellationToken writing)
    {
        response.ContentType = "text/event-stream";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.WriteAsync("retry: 2000\n\n", writing);
        await response.Body.FlushAsync(writing);
        while (true)
        {
            var news = await rooms.ReadAsync(subscription.Room, seen, ending);
            if (news.Count == 0 && await IsFromElsewhereAsync(subscription.Room, seen, ending))
            {
                seen = 0;
                news = await rooms.ReadAsync(subscription.Room, seen, ending);
            }

            // In order of change, so that wherever the line breaks, everything up to the last id has arrived.
            foreach (var message in news.OrderBy(static m => m.Changed))
            {
                await response.WriteAsync(Format(message, subscription.Room), Encoding.UTF8, writing);
                seen = Math.Max(seen, message.Changed);
            }

            await response.Body.FlushAsync(writing);
            if (!await subscription.WaitAsync(settings.HeartBeat, time, ending))
            {
                await response.WriteAsync(": still here\n\n", writing);
                await response.Body.FlushAsync(writing);
            }
        }
    }

    /// <summary>
    /// Whether the room never came as far as what the page has seen. That page was drawn from a database that is gone: an older copy has been
    /// put in its place, or a new one. The counter would have to catch up before the page heard anything, so all of it is sent again.
    /// </summary>
    private async Task<bool> IsFromElsewhereAsync(string room, long seen, CancellationToken ending) =>
        seen > 0 && (await rooms.ReadAsync(room, seen - 1, ending)).All(message => message.Changed < seen);

    private string Format(RoomMessage message, string room)
    {
        var html = new HtmlWriter();
        messages.Write(html, message, room, who: null, token: null);
        var data = JsonSerializer.Serialize(
            new StreamEvent("m-" + message.Number.ToString(CultureInfo.InvariantCulture), html.ToString()), StreamJson.Line.StreamEvent);
        return string.Create(CultureInfo.InvariantCulture, $"event: card\nid: {message.Changed}\ndata: {data}\n\n");
    }

    /// <summary>Where the client was: the browser's own header after a break, the page's <c>after</c> before that.</summary>
    private static long Seen(HttpRequest request)
    {
        var last = request.Headers["Last-Event-ID"].ToString();
        var text = last.Length > 0 ? last : request.Query["after"].ToString();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
    }
}
