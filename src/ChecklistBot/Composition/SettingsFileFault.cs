using System.Text.Json;

namespace ChecklistBot.Composition;

/// <summary>Says what is wrong inside a settings file that was not taken.</summary>
internal static class SettingsFileFault
{
    /// <summary>A sentence or two; empty when the reader does not say.</summary>
    public static string Of(Exception fault)
    {
        var reason = "";
        for (var cause = fault.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line } json)
                return $"It is not valid JSON: line {line + 1}, byte {json.BytePositionInLine + 1}.";
            if (cause is FormatException)
                reason = $"{cause.Message} Write one object in braces, with each key once; capital letters make no other key of it.";
        }

        return reason;
    }
}
