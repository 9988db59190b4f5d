using System.Collections.Immutable;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Reads the examples that a checklist must get right.</summary>
internal sealed class CaseReader(References references, FindingList findings)
{
    private readonly AnswersReader _answers = new(references, findings);

    /// <summary>Null, with a finding, when it is no object.</summary>
    public SourceCase? Read(SourceNode node, string place)
    {
        if (SourceObject.Of(node, place, findings, "name", "answers", "path", "flags") is not { } source) return null;
        var before = findings.Count;
        var name = source.Text("name");
        var shown = name.Length > 0 ? name : place;
        var answers = source.Value("answers") is { } given ? _answers.Read(given, shown) : [];
        var path = source.Find("path");
        var stays = path?.Kind == JsonValueKind.Null;
        var flags = source.Find("flags") is null
            ? (ImmutableArray<string>?)null
            : [.. source.OptionalList("flags").Select(flag => references.Flag(flag, shown))];
        if (path is null && flags is null)
            findings.Add(node.Line, shown, "expects nothing; write the \"path\" or the \"flags\" that must come out");
        var read = new CaseDefinition
        {
            Name = name,
            Answers = answers,
            Path = path is null || stays ? null : references.Path(path, shown),
            StaysOpen = stays,
            Flags = flags,
        };
        return new SourceCase(read, shown, source.LineOf("path"), source.LineOf("flags"), findings.Count == before);
    }
}
