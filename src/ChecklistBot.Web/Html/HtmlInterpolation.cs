using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChecklistBot.Web.Html;

/// <summary>Turns an interpolated string into markup: literals as they are, holes encoded.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlInterpolation
{
    private readonly HtmlWriter html;

    public HtmlInterpolation(int literalLength, int formattedCount, HtmlWriter html)
    {
        _ = literalLength;
        _ = formattedCount;
        this.html = html;
    }

    public void AppendLiteral(string value) => html.AppendMarkup(value);

    public void AppendFormatted(string? value)
    {
        if (value is not null)
        {
            html.AppendText(value);
        }
    }

    public void AppendFormatted(long value) => html.AppendMarkup(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds markup that a writer has already encoded.</summary>
    public void AppendFormatted(HtmlWriter fragment) => html.AppendFragment(fragment);
}
