using System.Diagnostics.CodeAnalysis;

namespace ChecklistBot.Teams.Protocol;

/// <summary>
/// How to reach a conversation: written as text into <see cref="Assessments.Channels.ConversationReference.Address"/>. The platform may
/// move a conversation, so the newest authenticated one counts.
/// </summary>
/// <param name="ServiceUrl">Where calls for the conversation go; holds no blank.</param>
/// <param name="TeamId">The team as the platform's own calls name it; null outside teams.</param>
/// <param name="GroupId">The team as Entra names it, which links to channel messages need; null where not given.</param>
public sealed record TeamsAddress(string ServiceUrl, string? TeamId = null, string? GroupId = null)
{
    private const char Separator = ' ';

    /// <summary>Reads what <see cref="ToString"/> wrote; false for nothing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out TeamsAddress? address)
    {
        var parts = text?.Split(Separator) ?? [];
        address = parts is [{ Length: > 0 } url, ..] ? new TeamsAddress(url, Part(parts, 1), Part(parts, 2)) : null;
        return address is not null;
    }

    public override string ToString() => string.Join(Separator, ServiceUrl, TeamId, GroupId).TrimEnd(Separator);

    private static string? Part(string[] parts, int index) => parts.Length > index && parts[index].Length > 0 ? parts[index] : null;
}
