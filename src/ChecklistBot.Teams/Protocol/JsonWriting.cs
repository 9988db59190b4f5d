using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChecklistBot.Teams.Protocol;

/// <summary>How JSON is written for the platform.</summary>
internal static class JsonWriting
{
    /// <summary>
    /// Everything outside ASCII stays readable and small; the bodies go to the platform as JSON, never into HTML, so the relaxed
    /// encoder is right.
    /// </summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
