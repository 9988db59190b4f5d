namespace ChecklistBot.Slack.BlockKit;

/// <summary>
/// Slack's limits (docs.slack.dev, "Block Kit"), in UTF-16 units. Whether Slack counts those or characters is not documented,
/// and where escapes are counted it is after escaping.
/// </summary>
internal static class Limits
{
    public const int MessageBlocks = 50;

    /// <summary>Text and blocks of a message together, as JSON: below the ceiling that Slack has and does not document.</summary>
    public const int MessageCharacters = 12_000;

    /// <summary>An edit with a longer text is refused at 4,000; the rest is room for the blocks.</summary>
    public const int FallbackText = 3_000;

    public const int SectionText = 3_000;
    public const int Header = 150;
    public const int ButtonLabel = 75;
    public const int ButtonValue = 2_000;
    public const int AccessibilityLabel = 75;
    public const int ActionId = 255;
    public const int ActionsElements = 25;
    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int OptionDescription = 75;
    public const int OverflowOptions = 5;
    public const int RadioOptions = 10;
    public const int SelectOptions = 100;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmButton = 30;
    public const int InputLabel = 2_000;
    public const int InputLength = 3_000;
    public const int ModalTitle = 24;
    public const int ModalBlocks = 100;
    public const int ModalBytes = 250_000;
}
