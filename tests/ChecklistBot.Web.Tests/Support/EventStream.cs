using System.Net.ServerSentEvents;
using System.Text.Json;

namespace ChecklistBot.Web.Tests.Support;

/// <summary>Listens to a room as a browser does.</summary>
internal sealed class EventStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventStream(HttpResponseMessage response, Stream body, CancellationToken cancel)
    {
        this.response = response;
        var parser = SseParser.Create(body);
        items = parser.EnumerateAsync(cancel).GetAsyncEnumerator(cancel);
    }

    public HttpResponseMessage Response => response;

    public static async Task<EventStream> OpenAsync(RoomServer server, string path, string? lastEventId = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(HttpMethod.Get, server.At(path));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return new EventStream(response, await response.Content.ReadAsStreamAsync(cancel), cancel);
    }

    /// <summary>The next event: its name, its id, and the element's id and markup. Null when the stream has ended.</summary>
    public async Task<(string Name, string? Id, string Element, string Html)?> NextAsync()
    {
        if (!await items.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            return null;
        }

        using var data = JsonDocument.Parse(items.Current.Data);
        return (
            items.Current.EventType,
            items.Current.EventId,
            data.RootElement.GetProperty("id").GetString()!,
            data.RootElement.GetProperty("html").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        // The stream is closed first: what still reads from it then ends by itself.
        response.Dispose();
        try
        {
            await items.DisposeAsync();
        }
        catch (NotSupportedException)
        {
            // A read was still under way, as it is when a test stops listening while the room is quiet.
        }
    }
}
