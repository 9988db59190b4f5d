using System.Net.WebSockets;
using System.Security.Cryptography;
using ChecklistBot.Slack.WebApi;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>
/// Keeps two connections to Slack, so that one is there while the other is replaced. Slack sends each envelope to one of
/// them; it makes no difference which.
/// </summary>
internal sealed class SocketModeClient(
    ISlackApi api,
    ISocketFactory sockets,
    IEnvelopeHandler handler,
    SocketModeTiming timing,
    SocketTelemetry telemetry,
    SlackHealth health,
    TimeProvider time,
    ILogger<SocketModeClient> logger) : IDisposable
{
    private const int Lanes = 2;

    /// <summary>One <c>apps.connections.open</c> at a time: a method that Slack limits to very few calls a minute.</summary>
    private readonly SemaphoreSlim opening = new(1, 1);

    private readonly Lock gate = new();
    private int ready;

    /// <summary>By connection: why it rests, or last rested; null once it was ready since.</summary>
    private readonly string?[] resting = new string?[Lanes];

    /// <summary>How often an address was refused.</summary>
    private int refusals;

    /// <summary>Runs until stopped. Where Slack says that only a person in the app's settings can mend it, the connection that was told so rests for a while:
    /// no restart should be needed when somebody has. The other one, where it works, goes on.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Report(lane: 0, change: 0);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => RunLaneAsync(lane, cancellationToken)));
    }

    public void Dispose() => opening.Dispose();

    private async Task RunLaneAsync(int lane, CancellationToken cancellationToken)
    {
        var retired = Task.CompletedTask;
        var replaced = new TaskCompletionSource();
        try
        {
            await Task.Delay(timing.Stagger * lane, time, cancellationToken);
            for (var failures = 0; ;)
            {
                var connection = await OpenAsync(lane, cancellationToken);
                var reading = connection?.ReadAsync() ?? Task.CompletedTask;
                var end = connection is null ? SocketEnd.Lost : await UntilEndAsync(lane, connection, replaced, cancellationToken);
                var wasReady = connection is { Hello.IsCompletedSuccessfully: true };
                failures = !wasReady ? failures + 1 : end == SocketEnd.Refresh ? 0 : 1;
                var pause = end == SocketEnd.Disabled
                    ? RestAsync(lane, "Slack has switched Socket Mode off for this app: switch it on in the app's settings. It is tried again every few minutes.", timing.Stagger * lane, cancellationToken)
                    : Task.Delay(timing.PauseBefore(end, failures, Jitter()), time, cancellationToken);
                if (connection is not null)
                {
                    replaced = new TaskCompletionSource();
                    retired = Task.WhenAll(retired, RetireAsync(connection, reading, end, replaced.Task, cancellationToken));
                }

                await pause;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopping: what is open is closed below.
        }

        await retired;
    }

    private async Task<SocketConnection?> OpenAsync(int lane, CancellationToken cancellationToken)
    {
        if (await AddressAsync(lane, cancellationToken) is not { } address)
            return null;
        using var patience = new CancellationTokenSource(timing.Hello, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return new SocketConnection(await sockets.ConnectAsync(address.Address, both.Token), handler, timing, telemetry, time, logger);
        }
        catch (Exception failure) when (failure is WebSocketException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Log.NotOpened(logger, lane, failure is WebSocketException broken ? broken.WebSocketErrorCode.ToString() : "time-out");
            return null;
        }
    }

    private async Task<SocketAddress?> AddressAsync(int lane, CancellationToken cancellationToken)
    {
        var before = Volatile.Read(ref refusals);
        await opening.WaitAsync(cancellationToken);
        try
        {
            // The other one rested meanwhile, and both come back now.
            if (refusals != before)
                await Task.Delay(timing.Stagger, time, cancellationToken);
            while (true)
            {
                var reply = await api.OpenConnectionAsync(cancellationToken);
                if (reply.IsDone)
                    return reply.Answer;
                Log.NotOpened(logger, lane, reply.Code);
                if (reply.Kind == SlackReplyKind.Refused && NeedsPerson(reply.Code))
                {
                    // It is true of both: while this one rests the other does not ask either.
                    refusals++;
                    await RestAsync(lane, reply.Sentence.Replace("Slack:BotToken", "Slack:AppToken", StringComparison.Ordinal), TimeSpan.Zero, cancellationToken);
                    continue;
                }

                if (reply.Kind != SlackReplyKind.Wait)
                    return null;
                await Task.Delay(reply.After, time, cancellationToken);
            }
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>From hello until a successor is needed.</summary>
    private async Task<SocketEnd> UntilEndAsync(
        int lane, SocketConnection connection, TaskCompletionSource replaced, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var helloIsLate = Task.Delay(timing.Hello, time, patience.Token);
        await Task.WhenAny(connection.Hello, connection.End, helloIsLate);
        await patience.CancelAsync();
        if (!connection.Hello.IsCompletedSuccessfully)
            return cancellationToken.IsCancellationRequested ? SocketEnd.Stopped : await Task.WhenAny(connection.End, Task.FromResult(SocketEnd.Lost)).Unwrap();

        replaced.TrySetResult();
        Log.Ready(logger, lane);
        Report(lane, change: +1);
        try
        {
            var end = await connection.End.WaitAsync(cancellationToken);
            Log.NeedsSuccessor(logger, lane, end);
            return end;
        }
        catch (OperationCanceledException)
        {
            return SocketEnd.Stopped;
        }
        finally
        {
            Report(lane, change: -1);
        }
    }

    /// <summary>
    /// An announced end leaves the connection readable: it is read, and acknowledged on, until Slack closes it or a while after
    /// its successor is ready. Every other end closes it now.
    /// </summary>
    private async Task RetireAsync(SocketConnection connection, Task reading, SocketEnd end, Task successor, CancellationToken cancellationToken)
    {
        using (connection)
        {
            if (end == SocketEnd.Refresh)
                await Task.WhenAny(reading, AfterAsync(successor, cancellationToken));
            await connection.CloseAsync();

            // Cutting at once could take the last acknowledgements with it; Slack may leave our goodbye unanswered, so not for long.
            await Task.WhenAny(reading, Task.Delay(timing.Close, time, CancellationToken.None));
        }

        await reading;
    }

    private async Task AfterAsync(Task successor, CancellationToken cancellationToken)
    {
        await successor.WaitAsync(cancellationToken);
        await Task.Delay(timing.Retire, time, cancellationToken);
    }

    private Task RestAsync(int lane, string sentence, TimeSpan apart, CancellationToken cancellationToken)
    {
        Report(lane, change: 0, sentence);
        Log.Rests(logger, lane, sentence, timing.AfterRefusal.TotalMinutes);
        return Task.Delay(timing.AfterRefusal + apart, time, cancellationToken);
    }

    /// <summary>One connection is enough to be ready; without one, why one rests says more than that there is none.</summary>
    private void Report(int lane, int change, string? rest = null)
    {
        lock (gate)
        {
            ready += change;
            if (rest is not null || change > 0)
                resting[lane] = rest;
            if (ready > 0)
                health.SocketsWork();
            else
                health.SocketsAreDown(resting.FirstOrDefault(why => why is not null) ?? "Slack: no connection is ready.");
        }
    }

    /// <summary>Nothing but a person in the app's settings mends these.</summary>
    private static bool NeedsPerson(string code) =>
        ErrorSentences.EndsToken(code) || code is "missing_scope" or "not_allowed_token_type" or "forbidden_team" or "no_permission" or "access_denied";

    private static double Jitter() => RandomNumberGenerator.GetInt32(1000) / 1000.0;
}
