using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ChecklistBot.Rules;

/// <summary>Turns the bytes of a file into nodes with lines, or into one finding that says where the JSON breaks off.</summary>
internal sealed class SourceReader
{
    private const int DeepestNesting = 64;
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly byte[] _bytes;
    private readonly FindingList _findings;
    private int _line = 1;
    private int _counted;

    private SourceReader(byte[] bytes, FindingList findings) => (_bytes, _findings) = (bytes, findings);

    /// <summary>Null after a fault that leaves nothing to check.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="largest">In bytes.</param>
    /// <param name="findings">Gets the fault.</param>
    public static SourceNode? Read(ReadOnlySpan<byte> utf8, int largest, FindingList findings)
    {
        if (utf8.Length > largest)
        {
            findings.Add(1, "file", string.Create(CultureInfo.InvariantCulture, $"has more than {largest:N0} bytes; write a shorter one"));
            return null;
        }

        if (utf8.StartsWith(ByteOrderMark)) utf8 = utf8[ByteOrderMark.Length..];
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            findings.Add(1, "file", "is empty; write JSON");
            return null;
        }

        if (!Utf8.IsValid(utf8))
        {
            findings.Add(LineOfInvalidByte(utf8), "file", "is not UTF-8 text from here on; save it with the encoding UTF-8");
            return null;
        }

        return new SourceReader(utf8.ToArray(), findings).ReadWhole();
    }

    private static int LineOfInvalidByte(ReadOnlySpan<byte> utf8)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n') line++;
            utf8 = utf8[consumed..];
        }

        return line;
    }

    private SourceNode? ReadWhole()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = DeepestNesting,
        });
        try
        {
            reader.Read(); // throws when there are comments only
            var node = ReadValue(ref reader);
            reader.Read(); // throws when something follows
            return node;
        }
        catch (JsonException fault)
        {
            AddSyntaxFinding(fault, reader.CurrentDepth);
            return null;
        }
    }

    private void AddSyntaxFinding(JsonException fault, int depth)
    {
        var line = (int)(fault.LineNumber ?? 0) + 1;
        if (depth >= DeepestNesting)
        {
            _findings.Add(line, "file", $"is nested deeper than {DeepestNesting} levels; write flatter conditions, with flags for their parts");
            return;
        }

        // The base library's message ends with its own, zero-based position.
        var said = fault.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
        _findings.Add(line, "file", $"is not JSON here ({Quoting.Sentence(said)}); mend the brackets, quotes or commas before this point");
    }

    private SourceNode ReadValue(ref Utf8JsonReader reader)
    {
        var line = LineOf(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, line);
            case JsonTokenType.StartArray:
                var list = new SourceNode(JsonValueKind.Array, line);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) list.Elements.Add(ReadValue(ref reader));
                return list;
            case JsonTokenType.String:
                return new SourceNode(JsonValueKind.String, line) { Text = TextOf(ref reader, line) };
            case JsonTokenType.Number:
                return new SourceNode(JsonValueKind.Number, line);
            case JsonTokenType.True:
                return new SourceNode(JsonValueKind.True, line);
            case JsonTokenType.False:
                return new SourceNode(JsonValueKind.False, line);
            default:
                return new SourceNode(JsonValueKind.Null, line);
        }
    }

    private SourceNode ReadObject(ref Utf8JsonReader reader, int line)
    {
        var node = new SourceNode(JsonValueKind.Object, line);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var nameLine = LineOf(reader.TokenStartIndex);
            var name = TextOf(ref reader, nameLine);
            reader.Read();
            node.Properties.Add(new SourceProperty(name, nameLine, ReadValue(ref reader)));
        }

        return node;
    }

    /// <summary>An escape such as \ud800 alone is JSON but no text; the reader reports it only here.</summary>
    private string TextOf(ref Utf8JsonReader reader, int line)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            _findings.Add(line, "file", "has half a surrogate pair in a text; write the character itself instead of \\u escapes");
            return "?";
        }
    }

    private int LineOf(long position)
    {
        _line += _bytes.AsSpan(_counted, (int)position - _counted).Count((byte)'\n');
        _counted = (int)position;
        return _line;
    }
}
