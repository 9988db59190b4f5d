using System.Globalization;
using ChecklistBot.Assessments.Commands;
using ChecklistBot.Assessments.Tests.Dsl;
using CsCheck;

namespace ChecklistBot.Assessments.Tests.Typing;

public sealed class GrammarFuzzTests
{
    private static readonly string[] Words =
    [
        .. Grammar.Words, "#3", "#99999999999", "1b", "2", "b", "medium", "error cost", "not sure", "without agreement", "csv", "and", "item", "to",
        "1–5 people, 2 systems", "\u202Eevil", "<script>", "👩‍👩‍👧‍👦", "'", "\0", "\uD800", "\uDC00", new string('x', 150), new string('給', 90),
    ];

    /// <summary>Any UTF-16 at all: halves of pairs, controls, marks.</summary>
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.Char.Array[0, 60], Gen.Char[' ', '\u2FFF'].Array[0, 200]).Select(chars => new string(chars));

    /// <summary>Words of commands and answers in any order, some with letters changed.</summary>
    private static readonly Gen<string> Mutated =
        from words in Gen.Int[0, Words.Length - 1].Select(index => Words[index]).Array[1, 7]
        from gap in Pick.From(" ", "  ", ",", "", "\n", "\u00A0", ":")
        from place in Gen.Int[0, 60]
        from letter in Gen.Char
        from change in Gen.Bool
        let line = string.Join(gap, words)
        select change && place < line.Length ? line[..place] + letter + line[(place + 1)..] : line;

    [Fact]
    public void No_text_throws_and_every_reading_is_well_formed() => Gen.OneOf(AnyText, Mutated).Sample(AssertWellFormed, iter: 8_000);

    [Fact]
    public void Ten_thousand_characters_are_read() =>
        Gen.Select(Gen.OneOf(Gen.Char, Pick.From(' ', '#', '1', 'b', '\u0301', '\u202E')).Array[10_000], Gen.Int[0, Words.Length - 1])
            .Select((chars, word) => Words[word] + " " + new string(chars))
            .Sample(AssertWellFormed, iter: 200);

    [Fact]
    public void Long_lines_of_words_are_read_as_quickly_as_short_ones_of_the_same_length() =>
        AssertWellFormed(string.Join(' ', Enumerable.Repeat("1–5 people 2", 2_500)));

    [Fact]
    public void The_words_of_a_search_end_where_its_button_would_grow_too_long()
    {
        Assert.Equal("list " + new string('a', 100), Reading.Of("list " + new string('a', 300) + " b"));
        Assert.Equal("list a+b+c+d+e+f+g+h", Reading.Of("list a b c d e f g h i j"));
        AssertWellFormed("list " + string.Concat(Enumerable.Repeat(new string('給', 30) + " ", 8)));
    }

    [Fact]
    public void Reading_does_not_depend_on_case() => Mutated.Sample(line =>
    {
        // Titles are free text and keep their case.
        if (!line.Contains("start", StringComparison.OrdinalIgnoreCase) && !line.Contains("rename", StringComparison.OrdinalIgnoreCase))
            Assert.Equal(Reading.Of(line), Reading.Of(Upper(line)));
    });

    /// <summary>In capitals, as far as ASCII goes.</summary>
    private static string Upper(string line) => string.Concat(line.Select(letter => char.IsAsciiLetterLower(letter) ? (char)(letter - 32) : letter));

    private static void AssertWellFormed(string line)
    {
        var instruction = Checklists.BuiltIn.Grammar.Read(line);
        Assert.Null(instruction.Id);
        Assert.True(instruction.Typed.Length <= Grammar.LongestLine);
        Assert.Equal(PlainText.OneLine(instruction.Typed), instruction.Typed);
        Assert.NotEqual("", Reading.Of(line));
        switch (instruction.Command)
        {
            case Start { Title: { } title }:
                AssertTitle(title);
                break;
            case Rename { Title: { } title }:
                AssertTitle(title);
                break;
            case ListAll list:
                Assert.True(CardAction.Of(list).Length <= CardAction.MaxLength);
                break;
            case Help { Topic: { } topic }:
                Assert.InRange(topic.Length, 1, 40);
                break;
            case NotUnderstood said:
                Assert.InRange(said.Word.Length, 1, 40);
                Assert.True(said.Nearest is null || Grammar.Words.Contains(said.Nearest));
                break;
            case AnswerItems answers:
                foreach (var phrase in answers.Phrases)
                    AssertPhrase(phrase);
                break;
            case Settle { Phrase: { } phrase }:
                AssertPhrase(phrase);
                break;
        }
    }

    private static void AssertTitle(Title title)
    {
        Assert.InRange(title.Text.Length, 1, Title.MaxLength);
        Assert.InRange(new StringInfo(title.Text).LengthInTextElements, 1, Title.MaxCharacters);
        Assert.Equal(PlainText.OneLine(title.Text), title.Text);
    }

    private static void AssertPhrase(AnswerPhrase phrase)
    {
        Assert.NotEqual("", phrase.Words);
        switch (phrase)
        {
            case WordPhrase word:
                var items = Checklists.BuiltIn.Compiled.Definition.Items;
                Assert.NotEmpty(word.Candidates);
                Assert.All(word.Candidates, candidate => Assert.InRange(candidate.Option, 0, items[candidate.Item].Options.Length - 1));
                break;
            case PlacePhrase place:
                Assert.InRange(place.Position ?? 1, 0, 999);
                Assert.InRange(place.Choice, PlacePhrase.Unsaid, 999);
                break;
        }
    }
}
