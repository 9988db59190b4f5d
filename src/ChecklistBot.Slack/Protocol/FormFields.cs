using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ChecklistBot.Slack.Protocol;

/// <summary>The fields of a form body that has already been verified as bytes.</summary>
internal sealed class FormFields
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, StringValues> fields;

    private FormFields(Dictionary<string, StringValues> fields) => this.fields = fields;

    /// <summary>The fields, or nothing when the bytes are no text.</summary>
    public static FormFields? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return new(QueryHelpers.ParseQuery(Strict.GetString(body)));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The value of a field that was sent once; a field sent twice is not believed at all.</summary>
    public string? One(string name) => fields.TryGetValue(name, out var values) && values is [{ } only] ? only : null;
}
