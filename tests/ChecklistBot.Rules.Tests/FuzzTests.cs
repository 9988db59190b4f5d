using System.Text;
using ChecklistBot.Rules.Tests.Faults;
using CsCheck;

namespace ChecklistBot.Rules.Tests;

public sealed class FuzzTests
{
    private static readonly byte[] BuiltIn = ChecklistFile.BuiltIn.ToArray();
    private static readonly byte[] Small = Encoding.UTF8.GetBytes(Lunch.Text);

    /// <summary>Pieces that are JSON, so that mutations get past the parser.</summary>
    private static readonly Gen<string> Piece = Words(
        "{}", "[]", "null", "true", "1e99", "\"\"", "\"wet\"", "\"rainy\"", "{\"flag\":\"wet\"}", "{\"not\":{}}", "{\"path\":[\"park\"]}",
        "{\"differs\":{\"item\":\"hurry\",\"option\":\"no\"}}", "[[]]", "\"\\ud800\"", "\"\\u202e\\n\"", "{\"if\":{}}", "{\"id\":\"wet\",\"id\":null}");

    [Fact]
    public void No_bytes_make_loading_throw() =>
        Gen.Byte.Array[0, 200].Sample(AssertAnswered, iter: 20_000);

    [Fact]
    public void No_text_of_JSON_letters_makes_loading_throw() =>
        Words("{", "}", "[", "]", ",", ":", "\"", "\\", "items", "\"id\":", "null", "1", "//", "\n").Array[0, 60]
            .Sample(pieces => AssertAnswered(Encoding.UTF8.GetBytes(string.Concat(pieces))), iter: 20_000);

    [Fact]
    public void No_change_of_bytes_in_the_built_in_checklist_makes_loading_throw() =>
        Gen.Select(Gen.Int[0, BuiltIn.Length - 1], Gen.Int[0, 40], Gen.Byte.Array[0, 3]).Array[1, 4]
            .Sample(changes => AssertAnswered(changes.Aggregate(BuiltIn, Replace)), iter: 300);

    [Fact]
    public void No_value_in_the_place_of_another_makes_loading_throw() =>
        Gen.Select(Gen.Int[0, 1000], Piece).Array[1, 3]
            .Sample(changes => AssertAnswered(changes.Aggregate(Small, ReplaceValue)), iter: 5_000);

    [Fact]
    public void No_bytes_make_reading_answers_throw()
    {
        var checklist = ChecklistFile.LoadBuiltIn();
        Words("{", "}", "[", "]", ",", ":", "\"frequency\"", "\"real-time\"", "\"delay\"", "null", "1", "\"\\ud800\"", "é").Array[0, 20]
            .Sample(
                pieces =>
                {
                    var result = AnswersFile.Read(Encoding.UTF8.GetBytes(string.Concat(pieces)), "answers.json", checklist);
                    Assert.True(result.Findings.IsEmpty || result.Sets.IsEmpty);
                    Assert.All(result.Sets, set => Assert.NotEmpty(checklist.Evaluate(set).Reachable));
                },
                iter: 20_000);
    }

    private static Gen<string> Words(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static void AssertAnswered(byte[] bytes)
    {
        var result = ChecklistFile.Load(bytes, "any.json");

        Assert.Equal(result.Findings.IsEmpty, result.Checklist is not null);
        var lines = 1 + bytes.Count(letter => letter == '\n');
        Assert.All(result.Findings, finding =>
        {
            Assert.InRange(finding.Line, 1, lines);
            Assert.DoesNotContain('\n', finding.ToString());
        });
    }

    private static byte[] Replace(byte[] bytes, (int From, int Length, byte[] With) change)
    {
        var from = Math.Min(change.From, bytes.Length);
        return [.. bytes[..from], .. change.With, .. bytes[Math.Min(bytes.Length, from + change.Length)..]];
    }

    /// <summary>Puts the piece where a string stands, the n-th of the file.</summary>
    private static byte[] ReplaceValue(byte[] bytes, (int Which, string Piece) change)
    {
        var strings = new List<Range>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '"') continue;
            var end = Array.IndexOf(bytes, (byte)'"', i + 1);
            if (end < 0) break;
            strings.Add(i..(end + 1));
            i = end;
        }

        var range = strings[change.Which % strings.Count];
        return [.. bytes[..range.Start], .. Encoding.UTF8.GetBytes(change.Piece), .. bytes[range.End..]];
    }
}
