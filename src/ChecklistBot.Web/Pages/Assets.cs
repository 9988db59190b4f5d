namespace ChecklistBot.Web.Pages;

/// <summary>The stylesheets and the script, read once. Their addresses carry their content's hash, so browsers may keep them for ever.</summary>
internal sealed class Assets
{
    public Asset PageStyle { get; } = Asset.Load("room.css", "text/css; charset=utf-8");

    /// <summary>Stands behind the page's, whose sizes and colours it goes on from.</summary>
    public Asset CardStyle { get; } = Asset.Load("cards.css", "text/css; charset=utf-8");

    public Asset Script { get; } = Asset.Load("room.js", "text/javascript; charset=utf-8");

    public IEnumerable<Asset> All => [PageStyle, CardStyle, Script];
}
