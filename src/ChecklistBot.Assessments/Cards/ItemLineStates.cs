namespace ChecklistBot.Assessments.Cards;

/// <summary>The mark and the word of each state, the same on every platform.</summary>
public static class ItemLineStates
{
    /// <summary>One character for the eye; always drawn beside the words, never alone.</summary>
    public static string Mark(this ItemLineState state) => state switch
    {
        ItemLineState.Agreed => "✓",
        ItemLineState.Split => "≠",
        ItemLineState.Tied => "?",
        ItemLineState.Settled => "✓",
        _ => "·",
    };

    /// <summary>The state in a word, for those who do not see the mark.</summary>
    public static string Word(this ItemLineState state) => state switch
    {
        ItemLineState.Agreed => "agreed",
        ItemLineState.Split => "you differ",
        ItemLineState.Tied => "tied",
        ItemLineState.Settled => "settled",
        _ => "open",
    };
}
