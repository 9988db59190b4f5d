using System.Collections.Immutable;
using System.Globalization;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Commands;

/// <summary>Reads answers: <c>2</c>, <c>b</c>, <c>3b</c>, <c>3 b</c>, <c>rework</c>, <c>error cost high</c>, <c>3 not sure</c>, several at once.</summary>
internal sealed class AnswerGrammar(Vocabulary vocabulary)
{
    /// <summary>Null when any word is left over: half-read answers would surprise.</summary>
    public ImmutableArray<AnswerPhrase>? Read(ReadOnlySpan<string> words) => Read(words, out _);

    /// <summary>The same.</summary>
    /// <param name="words">Of the line.</param>
    /// <param name="read">How many words were read before the first that is part of no answer.</param>
    public ImmutableArray<AnswerPhrase>? Read(ReadOnlySpan<string> words, out int read)
    {
        var all = words.Length;
        read = 0;
        var phrases = ImmutableArray.CreateBuilder<AnswerPhrase>();
        var numbersAreItems = false;
        while (words.Length > 0)
        {
            if (words[0] == "and" && phrases.Count > 0 && words.Length > 1)
            {
                words = words[1..];
                read = all - words.Length;
                continue;
            }

            words = WithoutOption(words);
            var isItem = words is ["item", var next, ..] && IsPlace(next);
            if (isItem)
                words = words[1..];

            // "item 2 and 3" speaks of two items: from the word on, no number alone is taken for a choice.
            numbersAreItems |= isItem;
            var (phrase, used) = ReadOne(words, isItem, numbersAreItems);
            if (phrase is null)
                return null;

            // "not sure 3 and 4": two items as well.
            numbersAreItems |= phrase is PlacePhrase { Choice: PlacePhrase.NotSure, Position: not null } && words[0] is not [>= '0' and <= '9', ..];
            phrases.Add(phrase);
            words = words[used..];
            read = all - words.Length;
        }

        return phrases.ToImmutable();
    }

    private (AnswerPhrase? Phrase, int Used) ReadOne(ReadOnlySpan<string> words, bool isItem, bool numbersAreItems)
    {
        if (TryPlace(words[0], out var position, out var choice))
            return (new PlacePhrase(words[0], position, choice), 1);
        if (TryNumber(words[0], out var number))
            return !isItem && Named(words, null, shortest: 2) is ({ } label, var length)
                ? (label, length)
                : ReadNumbered(words, number, numbersAreItems);

        for (var length = Math.Min(vocabulary.Longest, words.Length); length > 0; length--)
        {
            if (vocabulary.Item(words[..length].ToArray()) is not { } item)
                continue;
            var (rest, used) = ReadOption(words[length..], item, numbersToo: true);
            if (rest is not null)
                return (rest with { Words = string.Join(' ', words[..(used + length)].ToArray()) }, used + length);
        }

        return ReadOption(words, null);
    }

    /// <summary>A number and what may stand behind it. The words of another item's answer are no answer to this one: then both
    /// together are refused, since it is not known which of them was meant.</summary>
    private (AnswerPhrase Phrase, int Used) ReadNumbered(ReadOnlySpan<string> words, int number, bool numbersAreItems)
    {
        var (rest, used) = ReadOption(words[1..], number - 1);
        if (rest is not null)
            return (rest with { Words = words[0] + " " + rest.Words }, used + 1);
        var (other, length) = Named(words[1..], null);
        if (other is not null)
            return (new PlacePhrase(words[0] + " " + other.Words, number, PlacePhrase.NoChoice), length + 1);
        return numbersAreItems
            ? (new PlacePhrase("item " + words[0], number, PlacePhrase.Unsaid), 1)
            : (new PlacePhrase(words[0], null, number), 1);
    }

    /// <summary>What may stand behind an item: a letter, "not sure", or the name of one of its options.</summary>
    private (AnswerPhrase? Phrase, int Used) ReadOption(ReadOnlySpan<string> words, int? item, bool numbersToo = false)
    {
        if (ReadPlainOption(words, item, numbersToo) is ({ } plain, var used))
            return (plain, used);

        // "item 3 is b", "error cost is high": as people say it, and as the bot does. An option may be called so, which is read first.
        var skipped = item is not null && words is ["is", _, ..] ? 1 : 0;
        skipped = words.Length - WithoutOption(words[skipped..]).Length;
        return skipped > 0 && ReadOption(words[skipped..], item, numbersToo) is ({ } behind, var length) ? (behind, length + skipped) : (null, 0);
    }

    private (AnswerPhrase? Phrase, int Used) ReadPlainOption(ReadOnlySpan<string> words, int? item, bool numbersToo)
    {
        if (words.Length == 0)
            return (null, 0);
        var position = item + 1;
        if (NotSureWords.At(words) is > 0 and var notSure)
            return LabelBeyond(words, notSure, item) is ({ } label, var more) ? (label, more)
                : item is null ? ReadNotSure(words, notSure) : (new PlacePhrase("not sure", position, PlacePhrase.NotSure), notSure);
        if (Named(words, item) is ({ } named, var length))
            return (named, length);
        if (words[0].Length == 1 && char.IsAsciiLetterLower(words[0][0]))
            return (new PlacePhrase(words[0], position, words[0][0] - 'a' + 1), 1);
        return numbersToo && TryNumber(words[0], out var number) ? (new PlacePhrase(words[0], position, number), 1) : (null, 0);
    }

    /// <summary>"not sure" alone, or with the item behind it: "not sure 3", "not sure about item 3".</summary>
    private (PlacePhrase Phrase, int Used) ReadNotSure(ReadOnlySpan<string> words, int length)
    {
        var used = length;
        if (words[used..] is ["about" or "on", ..])
            used++;
        if (words[used..] is ["item", ..])
            used++;

        // "not sure, 3 b" speaks of two items, "not sure about 3" of one.
        return words.Length > used && TryNumber(words[used], out var number) && (used > length || ReadOption(words[(used + 1)..], number - 1).Phrase is null)
            ? (new PlacePhrase("not sure " + words[used], number, PlacePhrase.NotSure), used + 1)
            : (new PlacePhrase("not sure", null, PlacePhrase.NotSure), length);
    }

    /// <summary>A whole label at the start that says more than that somebody does not know: "not sure yet" is another answer.</summary>
    private (WordPhrase? Phrase, int Used) LabelBeyond(ReadOnlySpan<string> words, int notSure, int? item)
    {
        for (var length = Math.Min(vocabulary.Longest, words.Length); length > notSure; length--)
        {
            var name = words[..length].ToArray();
            var candidates = vocabulary.Labelled(name).RemoveAll(candidate => item is not null && candidate.Item != item);
            if (!candidates.IsEmpty)
                return (new WordPhrase(string.Join(' ', name), candidates), length);
        }

        return (null, 0);
    }

    /// <summary>The longest name of an option at the start of the words.</summary>
    private (WordPhrase? Phrase, int Used) Named(ReadOnlySpan<string> words, int? item, int shortest = 1)
    {
        for (var length = Math.Min(vocabulary.Longest, words.Length); length >= shortest; length--)
        {
            var candidates = vocabulary.Options(words[..length].ToArray());
            if (item is not null)
                candidates = candidates.RemoveAll(candidate => candidate.Item != item);
            if (!candidates.IsEmpty)
                return (new WordPhrase(string.Join(' ', words[..length].ToArray()), candidates), length);
        }

        return (null, 0);
    }

    /// <summary>"option b" is b.</summary>
    private ReadOnlySpan<string> WithoutOption(ReadOnlySpan<string> words) =>
        words is ["option", { Length: 1 } letter, ..] && char.IsAsciiLetterOrDigit(letter[0]) && Named(words, null, shortest: 2).Phrase is null ? words[1..] : words;

    private static bool IsPlace(string word) => TryNumber(word, out _) || TryPlace(word, out _, out _);

    private static bool TryPlace(string word, out int position, out int choice)
    {
        choice = 0;
        position = 0;
        if (word.Length is < 2 or > 4 || !char.IsAsciiLetterLower(word[^1]) || !TryNumber(word[..^1], out position))
            return false;
        choice = word[^1] - 'a' + 1;
        return true;
    }

    private static bool TryNumber(string word, out int number) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= 999;
}
