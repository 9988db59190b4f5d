using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Slack's end of one socket.</summary>
internal sealed class FakeSocket(WebSocket socket)
{
    private readonly Channel<string> frames = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the client closed or cut it.</summary>
    public Task Closed => closed.Task;

    public Task HelloAsync() => SendAsync("""{"type":"hello","num_connections":1,"debug_info":{"host":"applink-1","approximate_connection_time":3600},"connection_info":{"app_id":"A111"}}""");

    public Task DisconnectAsync(string reason) => SendAsync($$"""{"type":"disconnect","reason":"{{reason}}","debug_info":{"host":"applink-1"} }""");

    public Task EnvelopeAsync(string id, string type, string payload, bool acceptsAnswer = false) =>
        SendAsync($$"""{"envelope_id":"{{id}}","type":"{{type}}","accepts_response_payload":{{(acceptsAnswer ? "true" : "false")}},"payload":{{payload}} }""");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) =>
        socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    /// <summary>Slack closes.</summary>
    public Task CloseAsync() => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);

    /// <summary>The line breaks.</summary>
    public void Break() => socket.Abort();

    /// <summary>The next acknowledgement's envelope id and payload.</summary>
    public async Task<(string Id, string? Payload)> NextAckAsync()
    {
        using var frame = JsonDocument.Parse(await frames.Reader.ReadAsync().AsTask().WaitAsync(Patience.Long));
        return (
            frame.RootElement.GetProperty("envelope_id").GetString()!,
            frame.RootElement.TryGetProperty("payload", out var payload) ? payload.GetRawText() : null);
    }

    /// <summary>Nothing has come that was not read.</summary>
    public bool IsQuiet => !frames.Reader.TryPeek(out _);

    /// <summary>Reads what the client sends until the end; without this even its pings stay unanswered.</summary>
    public async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } part)
                frames.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
        catch (WebSocketException)
        {
            // Cut without a goodbye.
        }

        closed.TrySetResult();
    }
}
