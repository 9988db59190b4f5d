namespace ChecklistBot.Load.Play;

/// <summary>
/// What is played: <c>start</c>, an answer to each of five items by a tap, and <c>Finish</c> by a tap. Seven requests. A user who looks
/// at each card makes the bot post twice (card, recommendation) and edit six times (five answers, the folded card) or once more (its link).
/// </summary>
internal static class Story
{
    public const string Recommended = "Recommended path: Lightweight connector";

    /// <summary>Items and options of the built-in checklist, in its order; every one of them matters, and the last settles it.</summary>
    public static readonly (string Item, string Option)[] Answers =
        [("frequency", "less-often"), ("delay", "minutes"), ("error-cost", "low"), ("ownership", "clear"), ("maintenance", "yes")];

    public const string FirstCard = "0 of 6 answered";

    public static string AfterAnswer(int answers) => $"{answers} of 6 answered";

    /// <summary>The value of the answer's button: the built-in actions of a card are stable.</summary>
    public static string Answer(string assessment, int which) => $"a~{assessment}~{Answers[which].Item}~{Answers[which].Option}";

    public static string Finish(string assessment) => $"fin~{assessment}";

    /// <summary>The assessment's id, out of a card that offers the first answer.</summary>
    public static string AssessmentIn(string card)
    {
        const string before = "\"a~";
        const int length = 22;
        var start = card.IndexOf(before, StringComparison.Ordinal);
        if (start < 0 || start + before.Length + length > card.Length)
            throw new LoadFailedException($"A live card offers no answer: {Beginning(card)}");
        return card.Substring(start + before.Length, length);
    }

    /// <exception cref="LoadFailedException">It does not hold it.</exception>
    public static void MustShow(string card, string what)
    {
        if (!card.Contains(what, StringComparison.Ordinal))
            throw new LoadFailedException($"\"{what}\" is missing in: {Beginning(card)}");
    }

    public static string Beginning(string text) => text.Length > 2000 ? text[..2000] + "…" : text;
}
