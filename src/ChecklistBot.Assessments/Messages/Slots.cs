using System.Globalization;

namespace ChecklistBot.Assessments.Messages;

/// <summary>The names of an assessment's own messages: one message a slot. Stored; never rename.</summary>
public static class Slots
{
    private const string Question = "finish-question:";

    /// <summary>A copy of the live card.</summary>
    public static string Live(int generation) => string.Create(CultureInfo.InvariantCulture, $"live:{generation}");

    /// <summary>A copy of a recommendation.</summary>
    public static string Recommendation(int revision, int copy) => string.Create(CultureInfo.InvariantCulture, $"recommendation:{revision}:{copy}");

    /// <summary>A reply that asks what decides before the assessment can be finished.</summary>
    /// <param name="number">From 1 within the assessment.</param>
    public static string FinishQuestion(int number) => string.Create(CultureInfo.InvariantCulture, $"{Question}{number}");

    /// <summary>Whether a slot is one of <see cref="FinishQuestion"/>.</summary>
    public static bool IsFinishQuestion(string? slot) => slot is not null && slot.StartsWith(Question, StringComparison.Ordinal);
}
