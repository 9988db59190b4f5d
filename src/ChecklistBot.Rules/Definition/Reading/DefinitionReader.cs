using System.Collections.Immutable;

namespace ChecklistBot.Rules;

/// <summary>Reads a whole file into a definition and reports everything about its shape and its references. What cannot be read is
/// left out or stands as unreadable, so that the rest is still checked.</summary>
internal sealed class DefinitionReader
{
    private readonly FindingList _findings;
    private readonly SourceObject _root;

    private DefinitionReader(SourceObject root, FindingList findings) => (_root, _findings) = (root, findings);

    /// <summary>Null when there is no object to read.</summary>
    public static SourceChecklist? Read(SourceNode node, string contentHash, FindingList findings)
    {
        var root = SourceObject.Of(
            node, "checklist", findings, "id", "version", "title", "intro", "items", "flags", "paths", "rules", "cautions", "cases");
        return root is null ? null : new DefinitionReader(root, findings).ReadAll(contentHash);
    }

    private SourceChecklist ReadAll(string contentHash)
    {
        var id = _root.Id();
        var (version, title, intro) = (_root.OneLine("version"), _root.OneLine("title"), _root.OptionalOneLine("intro"));
        var (items, _) = Each("items", _root.List("items"), Item);
        var (paths, pathLines) = Each("paths", _root.List("paths"), Path);
        var flagNodes = _root.OptionalList("flags");
        var references = new References(items, [.. flagNodes.Select(IdOf)], paths, _findings);
        var conditions = new ConditionReader(references, _findings);
        var (flags, flagLines) = Each("flags", flagNodes, source => Flag(source, conditions));
        var (rules, ruleLines) = Each("rules", _root.List("rules"), source => Rule(source, conditions, references));
        var (cautions, cautionLines) = Each("cautions", _root.OptionalList("cautions"), source => Caution(source, conditions, references));
        var caseReader = new CaseReader(references, _findings);
        var cases = _root.OptionalList("cases").Select((node, index) => caseReader.Read(node, $"cases[{index}]")).OfType<SourceCase>().ToImmutableArray();
        return new SourceChecklist
        {
            Definition = new ChecklistDefinition
            {
                Id = id,
                Version = version,
                Title = title,
                Intro = intro,
                Items = items,
                Flags = flags,
                Paths = paths,
                Rules = rules,
                Cautions = cautions,
                Cases = [.. cases.Select(one => one.Case)],
                ContentHash = contentHash,
            },
            Cases = cases,
            ItemsLine = _root.LineOf("items"),
            RulesLine = _root.LineOf("rules"),
            FlagLines = flagLines,
            PathLines = pathLines,
            RuleLines = ruleLines,
            CautionLines = cautionLines,
        };
    }

    private ItemDefinition Item(SourceObject source)
    {
        var id = source.Id();
        var (question, help) = (source.OneLine("question"), source.OptionalOneLine("help"));
        var optionNodes = source.List("options");
        var (options, _) = Each($"{source.Name}.options", optionNodes, Option);
        AlikeLabels.ReportOptions(optionNodes, source.Name, _findings);
        return new ItemDefinition { Id = id, Question = question, Help = help, Options = options };
    }

    private OptionDefinition Option(SourceObject source)
    {
        var option = new OptionDefinition { Id = source.Id(), Label = source.OneLine("label"), Meaning = source.OneLine("meaning") };
        ReportNotSure(source, option);
        var length = option.Label.EnumerateRunes().Count();
        if (length > OptionDefinition.LongestLabel)
        {
            _findings.Add(
                source.LineOf("label"),
                source.Name,
                $"has a label of {length} characters; write one of at most {OptionDefinition.LongestLabel} and put the rest into \"meaning\"");
        }

        return option;
    }

    /// <summary>An option that means the answer that every item has, or that cannot be typed because its label does.</summary>
    private void ReportNotSure(SourceObject source, OptionDefinition option)
    {
        string[] words = [.. Tokens.Words(option.Label)];
        if (string.Equals(option.Id, OptionDefinition.NotSure, StringComparison.OrdinalIgnoreCase))
        {
            _findings.Add(
                source.LineOf("id"),
                source.Name,
                "is the answer \"Not sure\", which every item has already; remove this option, or write another id if it means something else");
        }
        else if (words.Length > 0 && NotSureWords.At(words) == words.Length)
        {
            _findings.Add(
                source.LineOf("label"),
                source.Name,
                $"has the label {Quoting.Quoted(option.Label)}, which whoever types it means as the answer \"Not sure\", which every item has already; remove this option, or write a label that says more");
        }
    }

    private static PathDefinition Path(SourceObject source) => new()
    {
        Id = source.Id(),
        Label = source.OneLine("label"),
        What = source.OneLine("what"),
        Next = source.Paragraph("next"),
        Example = source.OptionalOneLine("example"),
    };

    private static FlagDefinition Flag(SourceObject source, ConditionReader conditions) => new()
    {
        Id = source.Id(),
        Label = source.OneLine("label"),
        When = conditions.When(source, Layer.Flag),
    };

    private static RuleDefinition Rule(SourceObject source, ConditionReader conditions, References references) => new()
    {
        Id = source.Id(),
        When = conditions.When(source, Layer.Rule),
        Path = source.Value("path") is { } path ? references.Path(path, source.Name) : "",
    };

    private CautionDefinition Caution(SourceObject source, ConditionReader conditions, References references) => new()
    {
        Id = source.Id(),
        When = conditions.When(source, Layer.Caution),
        Text = source.OneLine("text"),
        Companion = source.Find("companion") is { } node ? Companion(node, source.Name, conditions, references) : null,
    };

    private Companion? Companion(SourceNode node, string owner, ConditionReader conditions, References references)
    {
        if (SourceObject.Of(node, owner, _findings, "path", "if") is not { } source) return null;
        var (path, otherwise) = (source.Find("path"), source.Find("if"));
        if (path is null == otherwise is null)
        {
            _findings.Add(
                node.Line, owner, "has a companion that is not exactly one path; write {\"path\":\"…\"} or {\"if\":{\"item\":\"…\",\"option\":\"…\"}}");
            return null;
        }

        if (path is not null) return new Companion(references.Path(path, owner), null, null);
        return conditions.ItemAndOption(otherwise!, owner) is var (item, option) ? new Companion(null, item, option) : null;
    }

    private static readonly Dictionary<string, string[]> Properties = new()
    {
        ["items"] = ["id", "question", "help", "options"],
        ["options"] = ["id", "label", "meaning"],
        ["flags"] = ["id", "label", "when"],
        ["paths"] = ["id", "label", "what", "next", "example"],
        ["rules"] = ["id", "when", "path"],
        ["cautions"] = ["id", "when", "text", "companion"],
    };

    /// <summary>Reads each element of a list, with the line of its id, and reports ids that come twice.</summary>
    private (ImmutableArray<T> Read, ImmutableArray<int> Lines) Each<T>(
        string list, IReadOnlyList<SourceNode> nodes, Func<SourceObject, T> read)
    {
        var properties = Properties[list[(list.LastIndexOf('.') + 1)..]];
        var (all, lines, seen) = (ImmutableArray.CreateBuilder<T>(), ImmutableArray.CreateBuilder<int>(), new Dictionary<string, int>());
        for (var index = 0; index < nodes.Count; index++)
        {
            if (SourceObject.Of(nodes[index], $"{list}[{index}]", _findings, properties) is not { } source) continue;
            all.Add(read(source));
            lines.Add(source.LineOf("id"));
            var id = IdOf(nodes[index]);
            if (id.Length > 0 && !seen.TryAdd(id, lines[^1]))
                _findings.Add(lines[^1], id, $"is already the id of another one of {Quoting.Bare(list)}, in line {seen[id]}; write a new id");
        }

        return (all.ToImmutable(), lines.ToImmutable());
    }

    private static string IdOf(SourceNode node) =>
        node.Properties.Find(property => property.Name == "id")?.Value.Text ?? "";
}
