using System.Globalization;

namespace ChecklistBot.Assessments.Messages;

/// <summary>The names of an assessment's own messages: one message a slot. Stored; never rename.</summary>
public static class Slots
{
    /// <summary>A copy of the live card.</summary>
    public static string Live(int generation) => string.Create(CultureInfo.InvariantCulture, $"live:{generation}");

    /// <summary>A copy of a recommendation.</summary>
    public static string Recommendation(int revision, int copy) => string.Create(CultureInfo.InvariantCulture, $"recommendation:{revision}:{copy}");

    /// <summary>The post that stands for a pin.</summary>
    public static string PinPost(int revision, int copy) => string.Create(CultureInfo.InvariantCulture, $"pin:{revision}:{copy}");
}
