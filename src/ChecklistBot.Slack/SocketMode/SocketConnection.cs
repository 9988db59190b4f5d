using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>One socket: reads frames, hands envelopes on without waiting for them, and acknowledges each on this same socket.</summary>
internal sealed class SocketConnection(WebSocket socket, IEnvelopeHandler handler, SocketModeTiming timing, SocketTelemetry telemetry, TimeProvider time, ILogger logger) : IDisposable
{
    /// <summary>Slack's envelopes stay far below this; a longer message is no envelope of ours.</summary>
    private const int LongestMessage = 4 * 1024 * 1024;

    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Task, byte> underWay = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly CancellationTokenSource cut = new();

    /// <summary>Completes when Slack says that the connection is ready.</summary>
    public Task Hello => hello.Task;

    /// <summary>Completes when a successor is needed; the socket itself may still be read.</summary>
    public Task<SocketEnd> End => end.Task;

    /// <summary>Reads until the socket is closed or cut; ends without an exception.</summary>
    public async Task ReadAsync()
    {
        try
        {
            while (await ReceiveAsync() is { } message)
                Take(message);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            // Broken, cut by us, or aborted because the peer's pong stayed away: in each case it is no more.
        }

        end.TrySetResult(SocketEnd.Lost);
    }

    /// <summary>Lets what is under way be acknowledged, says goodbye, and leaves the rest to <see cref="Dispose"/>.</summary>
    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(timing.Close, time);
        try
        {
            await Task.WhenAll(underWay.Keys).WaitAsync(patience.Token);
            await sending.WaitAsync(patience.Token);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            // The peer is gone already, or does not listen: there is nobody to say goodbye to.
        }
    }

    public void Dispose()
    {
        // Always cut, also half-open ones: what Slack still counts would otherwise end in too_many_websockets.
        cut.Cancel();
        socket.Abort();
        socket.Dispose();
        sending.Dispose();
        cut.Dispose();
    }

    private void Take(ReadOnlyMemory<byte> message)
    {
        switch (SocketFrame.Parse(message))
        {
            case HelloFrame:
                hello.TrySetResult();
                break;
            case DisconnectFrame { Reason: "link_disabled" or "socket_mode_disabled" }:
                end.TrySetResult(SocketEnd.Disabled);
                break;
            case DisconnectFrame { Reason: "too_many_websockets" }:
                end.TrySetResult(SocketEnd.TooMany);
                break;
            case DisconnectFrame:
                end.TrySetResult(SocketEnd.Refresh);
                break;
            case EnvelopeFrame envelope:
                var work = AnswerAsync(envelope, cut.Token);
                underWay.TryAdd(work, 0);
                _ = work.ContinueWith(done => underWay.TryRemove(done, out _), TaskScheduler.Default);
                break;
            case OddFrame odd:
                Log.OddFrame(logger, odd.What);
                break;
        }
    }

    private async Task AnswerAsync(EnvelopeFrame envelope, CancellationToken cancellationToken)
    {
        var begun = telemetry.Begin();

        // Off the reading loop at once: a slow envelope must not hold up the next one.
        await Task.Yield();
        using var span = telemetry.Envelope(envelope.Type);
        EnvelopeAnswer answer;
        try
        {
            answer = await handler.HandleAsync(envelope);
        }
        catch (Exception bug) when (bug is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotHandled(logger, envelope.Type, bug);
            telemetry.Acknowledged(begun, isAccepted: false);
            return;
        }

        if (!answer.IsAcknowledged)
        {
            telemetry.Acknowledged(begun, isAccepted: false);
            return;
        }

        try
        {
            await SendAsync(Acknowledgement(envelope, answer), cancellationToken);
            telemetry.Acknowledged(begun, isAccepted: true);
        }
        catch (Exception failure) when (IsLoss(failure))
        {
            Log.AckDropped(logger);
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }

    private static ReadOnlyMemory<byte> Acknowledgement(EnvelopeFrame envelope, EnvelopeAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, WebApi.RequestBodies.Json))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id"u8, envelope.Id);
            if (envelope.AcceptsAnswer && !answer.Payload.IsEmpty)
            {
                json.WritePropertyName("payload"u8);
                json.WriteRawValue(answer.Payload.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The next whole text message; null when the other side closed. Of binary and endless messages nothing is left.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        var isText = true;
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(8192), cut.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            isText &= part.MessageType == WebSocketMessageType.Text && message.WrittenCount + part.Count <= LongestMessage;
            if (isText)
                message.Advance(part.Count);
            if (part.EndOfMessage)
                return isText ? message.WrittenMemory : ReadOnlyMemory<byte>.Empty;
        }
    }

    private static bool IsLoss(Exception failure) =>
        failure is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException;
}
