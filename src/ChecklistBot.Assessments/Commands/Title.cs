namespace ChecklistBot.Assessments.Commands;

/// <summary>An assessment's title: 1 to 80 characters on one line, without control and direction characters.</summary>
public sealed record Title
{
    /// <summary>The longest title, in graphemes: what people count as characters.</summary>
    public const int MaxCharacters = 80;

    /// <summary>The longest title, in UTF-16 units: accents on one letter may go on for ever, and cards and the store have to bear it.</summary>
    public const int MaxLength = 400;

    /// <summary>Stands where nobody gave one.</summary>
    public const string None = "Untitled";

    private Title(string text, bool wasCut, bool hadTooMany)
    {
        Text = text;
        WasCut = wasCut;
        HadTooManyCharacters = hadTooMany;
    }

    public string Text { get; }

    /// <summary>Whether the end was cut off, which the reply says.</summary>
    public bool WasCut { get; }

    /// <summary>Whether it had more than <see cref="MaxCharacters"/>; one that was cut nevertheless took too much room.</summary>
    public bool HadTooManyCharacters { get; }

    /// <summary>Cleans and cuts; null when nothing readable is left.</summary>
    public static Title? From(string? text)
    {
        var clean = PlainText.OneLine(text);
        if (!PlainText.IsVisible(clean))
            return null;
        var counted = PlainText.CutCharacters(clean, MaxCharacters);
        var cut = PlainText.Cut(counted, MaxLength);
        return new Title(cut, cut.Length < clean.Length, counted.Length < clean.Length);
    }
}
