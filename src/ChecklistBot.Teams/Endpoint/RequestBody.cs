using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Teams.Endpoint;

/// <summary>Reads bodies that may be longer than they should.</summary>
internal static class RequestBody
{
    private const int FirstBuffer = 8 * 1024;

    /// <summary>The whole body; null, without reading on, as soon as it is longer than <paramref name="limit"/> bytes.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return null;
        var buffer = new byte[request.ContentLength is { } known ? (int)known + 1 : FirstBuffer];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, limit + 1));
            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > limit) return null;
        }
    }
}
