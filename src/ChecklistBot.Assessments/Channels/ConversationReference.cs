namespace ChecklistBot.Assessments.Channels;

/// <summary>Where to speak: a conversation, its thread, and what the platform needs to reach it.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Kind">Decides hold or quick.</param>
/// <param name="Thread">The platform's thread id; null outside threads.</param>
/// <param name="Address">Opaque to all but the platform (for example a service URL); stored with the conversation; null for none.</param>
public sealed record ConversationReference(ConversationKey Key, ConversationKind Kind, string? Thread = null, string? Address = null);
