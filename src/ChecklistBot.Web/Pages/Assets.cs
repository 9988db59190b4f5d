namespace ChecklistBot.Web.Pages;

/// <summary>The stylesheet and the script, read once. Their addresses carry their content's hash, so browsers may keep them for ever.</summary>
internal sealed class Assets
{
    public Asset Style { get; } = Asset.Load("room.css", "text/css; charset=utf-8");

    public Asset Script { get; } = Asset.Load("room.js", "text/javascript; charset=utf-8");

    public IEnumerable<Asset> All => [Style, Script];
}
