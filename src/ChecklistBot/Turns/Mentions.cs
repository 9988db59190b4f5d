using ChecklistBot.Assessments.Channels;
using ChecklistBot.Web.Live;

namespace ChecklistBot.Turns;

/// <summary>Where platforms pass on to a bot only what mentions it.</summary>
internal static class Mentions
{
    /// <summary>Everywhere but alone with it, and in a room of its own.</summary>
    public static bool AreNeeded(ConversationKey key, ConversationKind kind) => kind != ConversationKind.Personal && key.Platform != WebChannel.Name;
}
