using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ChecklistBot.Slack.Tests.Support;

/// <summary>Answers each request with the next answer of the script, and remembers what it was asked.</summary>
internal sealed class ScriptedSlack : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> script = new();

    public List<(HttpMethod Method, Uri Address, string Body, string? Token, string? ContentType)> Asked { get; } = [];

    public ScriptedSlack Answer(string json, HttpStatusCode status = HttpStatusCode.OK, int? retryAfter = null)
    {
        script.Enqueue(_ =>
        {
            var response = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            if (retryAfter is { } seconds)
                response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
            return Task.FromResult(response);
        });
        return this;
    }

    public ScriptedSlack Fail(HttpRequestError error)
    {
        script.Enqueue(_ => throw new HttpRequestException(error));
        return this;
    }

    public ScriptedSlack Hang()
    {
        script.Enqueue(async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException("A hanging answer never ends.");
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString()));
        return await script.Dequeue()(cancellationToken);
    }
}
