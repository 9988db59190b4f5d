namespace ChecklistBot.Assessments.Commands;

/// <summary>An assessment's title: 1 to 80 UTF-16 units on one line, without control and direction characters.</summary>
public sealed record Title
{
    /// <summary>The longest title, in UTF-16 units.</summary>
    public const int MaxLength = 80;

    /// <summary>Stands where nobody gave one.</summary>
    public const string None = "Untitled";

    private Title(string text, bool wasCut)
    {
        Text = text;
        WasCut = wasCut;
    }

    public string Text { get; }

    /// <summary>Whether the end was cut off, which the reply says.</summary>
    public bool WasCut { get; }

    /// <summary>Cleans and cuts; null when nothing readable is left.</summary>
    public static Title? From(string? text)
    {
        var clean = PlainText.OneLine(text);
        if (!PlainText.IsVisible(clean))
            return null;
        var cut = PlainText.Cut(clean, MaxLength);
        return new Title(cut, cut.Length < clean.Length);
    }
}
