using System.Globalization;

namespace ChecklistBot.Web.Cards;

/// <summary>Where a card is drawn: what its ids and small forms need to know.</summary>
/// <param name="Number">The message's number in the room.</param>
/// <param name="Room">The room's name.</param>
/// <param name="Who">Who looks at the page; null in the event stream, which is the same for everybody: there the script knows.</param>
/// <param name="Token">Fresh for each page; null in the event stream.</param>
/// <param name="Addressee">Whom a reply answers; null for none.</param>
public sealed record CardPlace(long Number, string Room, string? Who = null, string? Token = null, string? Addressee = null)
{
    /// <summary>The message's id on the page.</summary>
    public string ElementId => "m-" + Number.ToString(CultureInfo.InvariantCulture);
}
