using System.Collections.Immutable;
using ChecklistBot.Assessments.Messages;
using ChecklistBot.Rules;

namespace ChecklistBot.Assessments.Views;

/// <summary>What a view needs besides the state.</summary>
public sealed record ViewContext
{
    public required CompiledChecklist Checklist { get; init; }

    /// <summary>The present names of everyone in the state.</summary>
    public required Names Names { get; init; }

    /// <summary>For the dates that people read.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Whether words in the conversation reach the bot only with its mention.</summary>
    public bool NeedsMention { get; init; } = true;

    /// <summary>What pinning did on the message that is drawn, or why the platform refused it; null while unknown.</summary>
    public string? PinNote { get; init; }

    /// <summary>Whether someone deleted the post that stands for the pin.</summary>
    public bool PinPostLost { get; init; }

    /// <summary>Whether <see cref="PinNote"/> says why the platform refused the pin.</summary>
    public bool PinRefused { get; init; }

    /// <summary>Where the newest live card that was posted stands; null while unknown.</summary>
    public string? LiveLink { get; init; }

    /// <summary>Whether the live card that is drawn is the newest one that was posted, although a newer one is wanted: until that stands, this one goes on.</summary>
    public bool StandsIn { get; init; }

    /// <summary>Why the platform did not take the present live card, as a sentence; null where it did, or has not answered yet.</summary>
    public string? LiveRefusal { get; init; }

    /// <summary>Where each revision's recommendation stands, as far as known.</summary>
    public ImmutableDictionary<int, string> RecommendationLinks { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Why the platform did not take a revision's recommendation, in sentences; only of those that stand nowhere.</summary>
    public ImmutableDictionary<int, string> RecommendationRefusals { get; init; } = ImmutableDictionary<int, string>.Empty;
}
