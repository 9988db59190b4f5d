namespace ChecklistBot.Rules;

/// <summary>How people type the answer that every item has, <see cref="OptionDefinition.NotSure"/>.</summary>
public static class NotSureWords
{
    private static readonly string[][] Ways = [["not", "sure"], ["unsure"], ["dont", "know"], ["dunno"], ["do", "not", "know"]];

    /// <summary>How many words at the start say that somebody does not know; 0 when they say something else.</summary>
    public static int At(ReadOnlySpan<string> words)
    {
        var before = words switch
        {
            ["i", "am", ..] => 2,
            ["i" or "im" or "we" or "were", ..] => 1,
            _ => 0,
        };
        foreach (var way in Ways)
            if (words.Length >= before + way.Length && words.Slice(before, way.Length).SequenceEqual(way))
                return before + way.Length;
        return 0;
    }
}
