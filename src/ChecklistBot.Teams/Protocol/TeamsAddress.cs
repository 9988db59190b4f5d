using System.Diagnostics.CodeAnalysis;

namespace ChecklistBot.Teams.Protocol;

/// <summary>
/// How to reach a conversation: written as text into <see cref="Assessments.Channels.ConversationReference.Address"/>. The platform may
/// move a conversation, so the newest authenticated one counts.
/// </summary>
/// <param name="ServiceUrl">Where calls for the conversation go.</param>
/// <param name="TeamGroupId">The team's Entra group, needed for links to channel messages; null outside teams or where not given.</param>
public sealed record TeamsAddress(string ServiceUrl, string? TeamGroupId)
{
    private const char Separator = ' ';

    /// <summary>Reads what <see cref="ToString"/> wrote; false for nothing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TeamsAddress? address)
    {
        address = null;
        if (string.IsNullOrEmpty(text)) return false;
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        address = at < 0 ? new TeamsAddress(text, null) : new TeamsAddress(text[..at], text[(at + 1)..]);
        return true;
    }

    public override string ToString() => TeamGroupId is null ? ServiceUrl : ServiceUrl + Separator + TeamGroupId;
}
