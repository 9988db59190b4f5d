using System.Text.Json;
using ChecklistBot.Slack.Protocol;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>One text frame from Slack (docs.slack.dev, "Using Socket Mode"). The set is closed.</summary>
internal abstract record SocketFrame
{
    /// <summary>Reads a frame; what is no JSON object or of no known type becomes <see cref="OddFrame"/>.</summary>
    public static SocketFrame Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonReading.Parse(utf8);
        if (document is null)
            return new OddFrame("no JSON object");

        var root = document.RootElement;
        switch (root.Text("type"))
        {
            case "hello":
                return new HelloFrame();
            case "disconnect":
                return new DisconnectFrame(root.Text("reason") is { Length: < 64 } reason ? reason : "");
            case ("events_api" or "interactive" or "slash_commands") and var type when root.Id("envelope_id") is { } id:
                return new EnvelopeFrame(
                    id,
                    type,
                    root.Member("payload").ValueKind == JsonValueKind.Object ? root.Member("payload").Clone() : default,
                    root.Flag("accepts_response_payload"),
                    Retry(root));
            default:
                // An unknown kind of envelope is acknowledged all the same, or Slack would send it again and again.
                return root.Id("envelope_id") is { } unknown
                    ? new EnvelopeFrame(unknown, "", default, false, default)
                    : new OddFrame("an unknown type");
        }
    }

    private static SlackRetry Retry(JsonElement root) =>
        root.Member("retry_attempt") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var attempt) && attempt is > 0 and < 100
            ? new SlackRetry(attempt, root.Text("retry_reason") is { Length: < 64 } reason ? reason : "")
            : default;
}

/// <summary>The connection is ready.</summary>
internal sealed record HelloFrame : SocketFrame;

/// <summary>The connection ends soon (<c>warning</c>), now (<c>refresh_requested</c>), or for good (<c>link_disabled</c>).</summary>
internal sealed record DisconnectFrame(string Reason) : SocketFrame;

/// <summary>Something to handle and to acknowledge on this same socket within 3 s.</summary>
/// <param name="Id">For the acknowledgement; never a dedupe key.</param>
/// <param name="Type"><c>events_api</c>, <c>interactive</c> or <c>slash_commands</c>; empty when unknown.</param>
/// <param name="Payload">As over HTTP; <c>default</c> when it was no object.</param>
/// <param name="AcceptsAnswer">An answer may ride on the acknowledgement.</param>
/// <param name="Retry">Which repeat it is.</param>
internal sealed record EnvelopeFrame(string Id, string Type, JsonElement Payload, bool AcceptsAnswer, SlackRetry Retry) : SocketFrame;

/// <summary>Nothing that Slack documents: left alone.</summary>
internal sealed record OddFrame(string What) : SocketFrame;
