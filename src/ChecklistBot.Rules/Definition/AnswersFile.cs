using System.Collections.Immutable;
using System.Text.Json;

namespace ChecklistBot.Rules;

/// <summary>Reads answers from JSON: one object of item ids and option ids, or a list of such objects. Items left out or null are
/// open.</summary>
public static class AnswersFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int Largest = 16_777_216;

    /// <summary>Reports every unknown item and option at once. No bytes make it throw.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="fileName">How findings name the file.</param>
    /// <param name="checklist">Whose items are answered.</param>
    public static AnswersResult Read(ReadOnlyMemory<byte> utf8, string fileName, CompiledChecklist checklist)
    {
        var findings = new FindingList(fileName);
        var root = SourceReader.Read(utf8.Span, Largest, findings);
        if (root is null) return new AnswersResult(false, [], findings.InFileOrder());
        var definition = checklist.Definition;
        var reader = new AnswersReader(new References(definition.Items, [], definition.Paths, findings), findings);
        var isList = root.Kind == JsonValueKind.Array;
        ImmutableArray<AnswerSet> sets = isList
            ? [.. root.Elements.Select((node, index) => checklist.Of(reader.Read(node, $"answers[{index}]")))]
            : [checklist.Of(reader.Read(root, "answers"))];
        return new AnswersResult(isList, findings.Count == 0 ? sets : [], findings.InFileOrder());
    }
}
