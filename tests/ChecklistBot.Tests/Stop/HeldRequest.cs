using System.Net;
using System.Text;
using ChecklistBot.Tests.Platforms;

namespace ChecklistBot.Tests.Stop;

/// <summary>A request whose body's second half stays back until it is let go: it is in hand for as long as a test wants.</summary>
internal sealed class HeldRequest
{
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Sends the first half.</summary>
    public HeldRequest(Requests requests, string route, string body, string mediaType) =>
        Answer = requests.SendAsync(HttpMethod.Post, route, new Halves(this, Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new(mediaType) } });

    /// <summary>The first half has left.</summary>
    public Task Begun => begun.Task;

    public Task<string> Answer { get; }

    /// <summary>Sends the rest.</summary>
    public void LetGo() => letGo.TrySetResult();

    private sealed class Halves(HeldRequest request, byte[] body) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
            await stream.FlushAsync();
            request.begun.TrySetResult();
            await request.letGo.Task;
            await stream.WriteAsync(body.AsMemory(body.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
