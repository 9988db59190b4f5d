using System.Text;

namespace ChecklistBot.Teams.AdaptiveCards;

/// <summary>
/// How large a card may be. Teams is documented to take about 100 KB a message and was reported to stop at 40 KB and, earlier, at
/// 28 KB: this keeps clear of all three, counted in bytes and in UTF-16 units.
/// </summary>
public static class CardBudget
{
    /// <summary>The most bytes of UTF-8.</summary>
    public const int Bytes = 25_000;

    /// <summary>The most UTF-16 units.</summary>
    public const int Characters = 20_000;

    /// <summary>The longest summary, in UTF-16 units: a message carries it twice, and a list's names every title of its page.</summary>
    public const int Summary = 1_500;

    /// <summary>The most bytes of a message, with its card and its summary.</summary>
    private const int MessageBytes = 28_000;

    /// <summary>What a message has besides, in bytes.</summary>
    private const int Frame = 300;

    /// <summary>The longest summary of a message with such a card, in UTF-16 units: in JSON each is six bytes at most.</summary>
    /// <param name="card">In bytes.</param>
    public static int SummaryBeside(int card) => Math.Clamp((MessageBytes - Frame - card) / 6, 0, Summary);

    /// <summary>Whether a card fits.</summary>
    public static bool Holds(ReadOnlySpan<byte> card) =>
        card.Length <= Characters || (card.Length <= Bytes && Encoding.UTF8.GetCharCount(card) <= Characters);
}
