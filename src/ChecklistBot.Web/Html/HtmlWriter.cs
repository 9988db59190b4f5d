using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChecklistBot.Web.Html;

/// <summary>Collects markup. Only the literal parts of an interpolated string are taken as markup; every hole is encoded, so that no text of a
/// person can become markup by mistake: a plain <see cref="string"/> does not even compile as an argument of <see cref="Write"/>.</summary>
public sealed class HtmlWriter
{
    // Readable output for every script; marks that change direction, surrogates and the five characters of markup are still escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

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

    internal void AppendMarkup(string literal) => markup.Append(literal);

    internal void AppendText(string text) => markup.Append(Encoder.Encode(text));

    internal void AppendFragment(HtmlWriter fragment) => markup.Append(fragment.markup);
}
