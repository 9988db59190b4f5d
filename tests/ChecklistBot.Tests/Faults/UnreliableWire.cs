using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Tests.Faults;

/// <summary>The wire to an <see cref="UnreliablePlatform"/> in one process and in simulated time: who waits for an answer that does not come
/// has waited long enough at once.</summary>
internal sealed class UnreliableWire(UnreliablePlatform platform, FakeTimeProvider time) : HttpMessageHandler
{
    /// <summary>Longer than any patience of the bot with a call.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(16);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var answer = platform.Answer(request.Method.Method, request.RequestUri!.AbsolutePath, body);
        switch (answer.End)
        {
            case AnswerEnd.Reset:
                throw new HttpRequestException(HttpRequestError.Unknown, "Connection reset by peer", new IOException("Connection reset by peer"));
            case AnswerEnd.Silence:
                WaitInVain(cancellationToken);
                break;
        }

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            Content = answer.End == AnswerEnd.Whole
                ? new StringContent(answer.Body)
                : new StreamContent(new UnreliableStream(answer, WaitInVain)),
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(answer.ContentType);
        if (answer.RetryAfter is { } seconds)
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    private void WaitInVain(CancellationToken cancellationToken)
    {
        time.Advance(TooLong);
        cancellationToken.ThrowIfCancellationRequested();
        throw new InvalidOperationException("The bot would wait for ever.");
    }
}
