using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Assessments.Events;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>Reads what people type. Total: every text gives an instruction, at worst <see cref="NotUnderstood"/>.</summary>
public sealed class Grammar
{
    /// <summary>Behind these a number can only be an assessment's, with or without its sign.</summary>
    private static readonly string[] Numbered = ["status", "finish", "reopen", "cancel", "pin", "unpin", "export"];

    private readonly AnswerGrammar answers;
    private readonly Vocabulary vocabulary;

    /// <param name="vocabulary">The names of the checklist's options.</param>
    public Grammar(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        answers = new AnswerGrammar(vocabulary);
    }

    /// <summary>Longer lines are read up to here only, in UTF-16 units: no command needs more, and a title is cut far earlier.</summary>
    public const int LongestLine = 4000;

    /// <summary>How much of what was not understood is said again, in UTF-16 units.</summary>
    private const int LongestQuoted = 40;

    /// <summary>Beyond this a search finds nothing more, and the button for older pages, which carries the words, would grow too long.</summary>
    private const int MostSearchWords = 8;

    /// <summary>The length of all search words together, in UTF-16 units.</summary>
    private const int LongestSearch = 100;

    private static readonly char[] Joints = [':', ',', '-', '–', '.'];

    /// <summary>The first words of every command, as help names them and as a mistyped word is compared with.</summary>
    public static readonly ImmutableArray<string> Words =
    [
        "start", "rename", "answer", "not sure", "back", "next", "go", "status", "settle", "finish", "reopen", "cancel",
        "pin", "unpin", "pinned", "list", "export", "why", "what if", "undo", "hold", "quick", "forget me", "help",
    ];

    /// <summary>Reads a line.</summary>
    public Instruction Read(string text)
    {
        var line = PlainText.Cut(PlainText.OneLine(text), LongestLine);
        var tokens = Tokens.Of(line);
        if (tokens.IsEmpty)
            return new Instruction(new Help(null), Typed: line);
        var (command, number) = ReadCommand(line, tokens);
        return new Instruction(command, number, Typed: line);
    }

    private (Command Command, int? Number) ReadCommand(string line, ImmutableArray<Token> tokens)
    {
        // Titles and search words are free text, so only these look at the line itself.
        switch (tokens[0].Word)
        {
            case "start":
                return (new Start(Title.From(Rest(line, tokens[0]))), null);
            case "rename":
                var named = tokens.Length > 1 ? NumberOf(tokens[1].Word) : null;
                return (new Rename(Title.From(Rest(line, tokens[named is null ? 0 : 1]))), named);
            case not null when tokens.Length > 1 && tokens[1].Word == "rename" && NumberOf(tokens[0].Word) is { } before:
                return (new Rename(Title.From(Rest(line, tokens[1]))), before);
            case "list":
                return (ReadList(line, tokens), null);
        }

        var (words, number) = WithoutNumber(tokens);
        if (words.Length == 0)
            return (new ShowStatus(), number);
        var command = words[0] switch
        {
            "answer" => ReadAnswer(words.AsSpan(1)),
            "settle" => ReadSettle(words.AsSpan(1)),
            "go" => ReadGo(words.AsSpan(1)),

            // As the card calls it: an item without an answer is gone to.
            "item" => ReadGo(words),
            "help" => new Help(words.Length > 1 ? PlainText.Cut(string.Join(' ', words[1..]), LongestQuoted) : null),
            _ => WholeLine(string.Join(' ', words)),
        };
        if (number is null && words is [var first, var second] && Numbered.Contains(first) && TryNumber(second, out var meant))
            return (WholeLine(first)!, meant);
        if (command is not null)
            return (command, number);
        return answers.Read(words, out var read) is { IsEmpty: false } phrases
            ? (new AnswerItems(phrases), number)
            : (Unknown(words[read..], isAnswer: read > 0), number);
    }

    private static Command? WholeLine(string words) => words switch
    {
        "back" => new Back(),
        "next" => new Next(),
        "status" => new ShowStatus(),
        "finish" => new Finish(WithoutAgreement: false),
        "finish without agreement" or "finish anyway" => new Finish(WithoutAgreement: true),
        "reopen" => new Reopen(),
        "cancel" => new Cancel(),
        "pin" => new Pin(),
        "unpin" => new Unpin(),
        "pinned" => new ShowPinned(),
        "export" => new Export(),
        "why" => new Why(),
        "what if" or "whatif" => new WhatIfAsked(),
        "undo" => new Undo(null),
        "hold" => new ChangePace(Pace.Hold),
        "quick" => new ChangePace(Pace.Quick),
        "forget me" => new ForgetMe(),
        _ => null,
    };

    private AnswerItems? ReadAnswer(ReadOnlySpan<string> words) =>
        answers.Read(words) is { } phrases ? new AnswerItems(phrases) : null;

    private Settle ReadSettle(ReadOnlySpan<string> words)
    {
        if (words is ["item", _, _, ..] && TryNumber(words[1], out _))
            words = words[1..];

        // As the button says it: "settle on 2b", "settle 2 on b".
        if (words is ["on", _, ..])
            words = words[1..];
        else if (words is [_, "on", _, ..] && TryNumber(words[0], out _))
            words = (string[])[words[0], .. words[2..]];

        // "settle 2 1" means the first option: behind an item a bare number can only be a choice.
        if (words.Length == 2 && TryNumber(words[0], out var item) && TryNumber(words[1], out var choice))
            return new Settle(new PlacePhrase(words[0] + " " + words[1], item, choice));
        return new Settle(answers.Read(words) is { Length: 1 } phrases ? phrases[0] : null);
    }

    private static bool TryNumber(ReadOnlySpan<char> word, out int number) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Go? ReadGo(ReadOnlySpan<string> words)
    {
        if (words.Length == 2 && words[0] is "to" or "item")
            words = words[1..];
        return words.Length == 1 && TryNumber(words[0], out var position)
            ? new Go(position)
            : null;
    }

    private static ListAll ReadList(string line, ImmutableArray<Token> tokens)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var left = LongestSearch;
        foreach (var searched in SearchWords(line, tokens).Take(MostSearchWords))
        {
            var word = PlainText.Cut(searched, left);
            if (word.Length == 0)
                break;
            words.Add(word);
            left -= word.Length;
        }

        return words is ["csv"] ? new ListAll([], Csv: true, null) : new ListAll(words.ToImmutable(), Csv: false, null);
    }

    /// <summary>The words behind <c>list</c>; a date stays one word.</summary>
    private static IEnumerable<string> SearchWords(string line, ImmutableArray<Token> tokens)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            var word = tokens[i].Word;
            for (var parts = 3; parts >= 2; parts--)
            {
                if (i + parts > tokens.Length || tokens[i].End < word.Length)
                    continue;
                var joined = line[(tokens[i].End - word.Length)..tokens[i + parts - 1].End];
                if (!SearchDate.Is(joined))
                    continue;
                word = joined;
                i += parts - 1;
                break;
            }

            yield return word;
        }
    }

    private NotUnderstood Unknown(string[] words, bool isAnswer)
    {
        // Of "moves evry hour" the first word is not to blame.
        if (words[0].Length >= Vocabulary.ShortestLoneWord && vocabulary.Knows(words[0]) && words.FirstOrDefault(word => !vocabulary.Knows(word)) is { } unknown)
            return new NotUnderstood(PlainText.Cut(unknown, LongestQuoted), Nearest: null);

        // Two words first: "not", "what" and "forget" alone are near to nothing, and "forget me" is the longer match.
        var first = PlainText.Cut(words[0], LongestQuoted);
        var pair = PlainText.Cut(string.Join(' ', words.Take(2)), LongestQuoted);
        if (Words.Contains(pair))
            return new NotUnderstood(pair, pair);
        // "2 min" is near to pin, and meant as an answer.
        if (isAnswer && first.Length < Vocabulary.ShortestLoneWord && !Words.Contains(first))
            return new NotUnderstood(first, Nearest: null);
        return new NotUnderstood(first, Nearest.Closest(first, Words) ?? Nearest.Closest(pair, Words));
    }

    /// <summary>Takes the first <c>#3</c> out of the words.</summary>
    private static (string[] Words, int? Number) WithoutNumber(ImmutableArray<Token> tokens)
    {
        int? number = null;
        var words = new List<string>(tokens.Length);
        foreach (var token in tokens)
        {
            if (number is null && NumberOf(token.Word) is { } found)
                number = found;
            else
                words.Add(token.Word);
        }

        return ([.. words], number);
    }

    private static int? NumberOf(string word) =>
        word.Length > 1 && word[0] == '#' && TryNumber(word.AsSpan(1), out var number)
            ? number
            : null;

    /// <summary>The title behind a command, without what joins them: "start: x", "start - x". What hangs on the title's first word is its own: ".NET".</summary>
    private static string Rest(string line, Token token)
    {
        var rest = line[token.End..];
        if (rest.Length > 0 && Joints.Contains(rest[0]))
            rest = rest.TrimStart(rest[0]);
        rest = rest.TrimStart();
        while (rest.Length > 0 && Joints.Contains(rest[0]) && (rest.Length == 1 || rest[1] == ' '))
            rest = rest[1..].TrimStart();
        return Unquoted(rest);
    }

    /// <summary>Without the quotation marks around the whole; those around single words stay.</summary>
    private static string Unquoted(string text) =>
        text.Length > 2 && (text[0], text[^1]) is ('"', '"') or ('“', '”') or ('\'', '\'') && !text.AsSpan(1, text.Length - 2).ContainsAny(text[0], text[^1])
            ? text[1..^1]
            : text;
}
