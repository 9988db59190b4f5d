using ChecklistBot.Assessments.Commands;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ChecklistBot.Web.Requests;

/// <summary>Reads a posted form within its limits; whatever is wrong becomes a sentence.</summary>
internal static class FormReading
{
    /// <summary>The largest body, in bytes: the longest text with every character escaped, and room to spare.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The longest text of a person, in UTF-16 units.</summary>
    public const int MostText = 20_000;

    /// <summary>The longest action of a button, in characters.</summary>
    public const int MostAction = CardAction.MaxLength;

    public static readonly Problem TooLarge = new(413, "That is more than fits: send at most 20,000 characters at a time.");

    public static readonly Problem NoForm = new(400, "That could not be read: send it as a form.");

    private static readonly FormOptions Limits = new()
    {
        KeyLengthLimit = 256,
        ValueLengthLimit = MostBytes,
        ValueCountLimit = 256,
        MultipartBodyLengthLimit = MostBytes,
        MultipartHeadersLengthLimit = 4096,
        MemoryBufferThreshold = MostBytes,
        BufferBodyLengthLimit = MostBytes,
    };

    public static async Task<Posted> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, problem) = await ReadFieldsAsync(request, cancellationToken);
        var posted = new Posted(fields, Room: null, Who: null, problem);
        if (!RoomName.TryParse(posted["room"], out var room))
        {
            return posted with { Problem = problem ?? RoomName.Wrong };
        }

        return Participant.TryParse(posted["who"], out var who, out var nameless)
            ? posted with { Room = room, Who = who }
            : posted with { Room = room, Problem = problem ?? nameless };
    }

    /// <summary>Reads the fields alone; none of them when there is a problem.</summary>
    public static async Task<(IFormCollection Fields, Problem? Problem)> ReadFieldsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return (FormCollection.Empty, TooLarge);
        }

        var isMultipart = request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) ?? false;
        if (!isMultipart && !request.HasFormContentType)
        {
            return (FormCollection.Empty, NoForm);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            return (isMultipart ? await request.ReadFormAsync(Limits, cancellationToken) : await ReadUrlEncodedAsync(request, cancellationToken), null);
        }
        catch (BadHttpRequestException e)
        {
            return (FormCollection.Empty, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : NoForm);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // Too many fields, a name too long, a multipart body that is none or ends in the middle of a part.
            return (FormCollection.Empty, NoForm);
        }
    }

    /// <summary>As <see cref="FormReader"/> does it, which keeps what it cannot decode; <c>ReadFormAsync</c> refuses a whole form for one NUL.</summary>
    private static async Task<IFormCollection> ReadUrlEncodedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new FormReader(request.Body)
        {
            KeyLengthLimit = Limits.KeyLengthLimit,
            ValueLengthLimit = Limits.ValueLengthLimit,
            ValueCountLimit = Limits.ValueCountLimit,
        };
        return new FormCollection(await reader.ReadFormAsync(cancellationToken));
    }
}
