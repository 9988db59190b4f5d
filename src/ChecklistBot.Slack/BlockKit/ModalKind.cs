namespace ChecklistBot.Slack.BlockKit;

/// <summary>The bot's modals, by their <c>callback_id</c>.</summary>
internal static class ModalKind
{
    /// <summary>Every item at once.</summary>
    public const string Answers = "answers";

    /// <summary>A question before a risky step.</summary>
    public const string Confirm = "confirm";

    /// <summary>A line of text.</summary>
    public const string Input = "input";

    /// <summary>Only words.</summary>
    public const string Notice = "notice";
}
