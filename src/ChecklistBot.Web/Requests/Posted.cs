using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Requests;

/// <summary>A form that came in, as far as it could be read.</summary>
/// <param name="Fields">Empty when the body was no form or too large.</param>
/// <param name="Room">Null when the name is none.</param>
/// <param name="Who">Null when the name is missing or none.</param>
/// <param name="Problem">Why it is not carried out; null when room and person are known.</param>
internal sealed record Posted(IFormCollection Fields, string? Room, Participant? Who, Problem? Problem)
{
    /// <summary>The first value of a field; empty when it is missing.</summary>
    public string this[string field] => Fields.TryGetValue(field, out var values) && values.Count > 0 ? values[0] ?? "" : "";
}
