using System.Text.Json.Nodes;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>A call that the pretend platform received.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">As it was sent, still escaped.</param>
/// <param name="Authorization">The header; null where absent.</param>
/// <param name="Body">The parsed body; null where there was none.</param>
internal sealed record ConnectorCall(string Method, string Path, string? Authorization, JsonNode? Body);
