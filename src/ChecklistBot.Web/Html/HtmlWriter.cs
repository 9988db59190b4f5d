using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChecklistBot.Web.Html;

/// <summary>Collects markup. Only the literal parts of an interpolated string are taken as markup; every hole is encoded, so that no text of a
/// person can become markup by mistake: a plain <see cref="string"/> does not even compile as an argument of <see cref="Write"/>.</summary>
public sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = CreateEncoder();

    private readonly StringBuilder markup = new();

    /// <summary>Adds markup with its encoded holes.</summary>
    public HtmlWriter Write([InterpolatedStringHandlerArgument("")] ref HtmlInterpolation interpolation)
    {
        // By now the handler has written everything: the compiler calls it before this method.
        _ = interpolation;
        return this;
    }

    /// <summary>Adds text of a person between marks that keep its direction to itself.</summary>
    public HtmlWriter Isolated(string text) => Write($"<bdi>{text}</bdi>");

    /// <summary>Adds <c> name="value"</c>; nothing for null.</summary>
    public HtmlWriter Attribute(string name, string? value) => value is null ? this : Write($" {name}=\"{value}\"");

    public override string ToString() => markup.ToString();

    // Letters of every script stay readable in the page's source; the characters of markup and the marks that change direction do not.
    private static HtmlEncoder CreateEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters(
            '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069');
        return HtmlEncoder.Create(settings);
    }

    internal void AppendMarkup(string literal) => markup.Append(literal);

    internal void AppendText(string text) => markup.Append(Encoder.Encode(text));

    internal void AppendFragment(HtmlWriter fragment) => markup.Append(fragment.markup);
}
