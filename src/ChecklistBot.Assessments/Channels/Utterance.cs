using System.Collections.Immutable;

namespace ChecklistBot.Assessments.Channels;

/// <summary>What a person did. The set is closed.</summary>
public abstract record Utterance
{
    private protected Utterance()
    {
    }
}

/// <summary>Typed something to the bot.</summary>
/// <param name="Text">Without the mention of the bot; any characters.</param>
/// <param name="IsEdit">True when an earlier message was edited to this text; <see cref="Turn.EditedKey"/> names it.</param>
public sealed record Said(string Text, bool IsEdit = false) : Utterance;

/// <summary>Tapped a button.</summary>
/// <param name="Action">The button's action as it came back; nothing of it is trusted.</param>
/// <param name="MessageId">The platform's id of the message that carried it; null when not known.</param>
/// <param name="Input">The text typed beside it; null for none.</param>
public sealed record Tapped(string Action, string? MessageId = null, string? Input = null) : Utterance;

/// <summary>Sent the form of all items.</summary>
/// <param name="Action">The form's action as it came back; it says what the form was filled with.</param>
/// <param name="Answers">Option id by item id; items left out, and those that come back as they were filled, stay as they are.</param>
public sealed record Submitted(string Action, ImmutableDictionary<string, string> Answers) : Utterance;

/// <summary>Added the bot to the conversation.</summary>
public sealed record Welcomed : Utterance;
