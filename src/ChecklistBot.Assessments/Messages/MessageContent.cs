using System.Text.Json.Serialization;
using ChecklistBot.Assessments.Cards;

namespace ChecklistBot.Assessments.Messages;

/// <summary>What a message of the bot shows. Cards of state are drawn anew each time, so that names are always the present ones;
/// only notices, which hold no names, are kept as they were said. Stored: written names never change; the set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "content")]
[JsonDerivedType(typeof(LiveContent), "live")]
[JsonDerivedType(typeof(RecommendationContent), "recommendation")]
[JsonDerivedType(typeof(PinPostContent), "pin-post")]
[JsonDerivedType(typeof(RecordContent), "record")]
[JsonDerivedType(typeof(NoticeContent), "notice")]
[JsonDerivedType(typeof(SaidContent), "said")]
public abstract record MessageContent
{
    private protected MessageContent()
    {
    }
}

/// <summary>The live card of the row's assessment.</summary>
/// <param name="Generation">Which copy; older ones than the present are pointers.</param>
public sealed record LiveContent(int Generation) : MessageContent;

/// <summary>A recommendation of the row's assessment.</summary>
/// <param name="Revision">Which decision.</param>
/// <param name="Copy">Which copy of it; older ones are pointers.</param>
public sealed record RecommendationContent(int Revision, int Copy) : MessageContent;

/// <summary>The post that stands for a pin where the platform lets no bot pin: a recommendation of the row's assessment once more, outside the thread.</summary>
/// <param name="Revision">Which decision.</param>
/// <param name="Copy">From 1; another one follows only where somebody deleted the one before.</param>
public sealed record PinPostContent(int Revision, int Copy) : MessageContent;

/// <summary>The decision record of the row's assessment as Markdown.</summary>
/// <param name="Revision">Which decision, so that a record that was handed out never becomes another's. Null for the newest: before the first, and in what
/// older versions wrote.</param>
public sealed record RecordContent(int? Revision = null) : MessageContent;

/// <summary>An answer to one person.</summary>
/// <param name="Card">Without names of people.</param>
public sealed record NoticeContent(Card Card) : MessageContent;

/// <summary>What the row's person typed: kept by the web room only, where the bot draws the whole conversation.</summary>
/// <param name="Text">Cleaned and cut.</param>
public sealed record SaidContent(string Text) : MessageContent;
