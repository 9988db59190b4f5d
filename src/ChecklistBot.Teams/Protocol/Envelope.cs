using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Teams.Protocol;

/// <summary>Who acts, and where: the parts of an activity that every handler needs, checked.</summary>
/// <param name="Conversation">Where the activity came from, and how to answer there.</param>
/// <param name="Person">Who sent it.</param>
/// <param name="ActivityId">Unique inside the conversation; null where the platform gave none that can be used.</param>
public sealed record Envelope(ConversationReference Conversation, PersonReference Person, string? ActivityId)
{
    /// <summary>The name of the platform in stored keys.</summary>
    public const string Platform = "teams";

    private const string ElsewhereName = "another organisation";

    /// <summary>False, with the reason for the caller, where an id is missing or cannot be used.</summary>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out Envelope? envelope, [NotNullWhen(false)] out string? reason)
    {
        envelope = null;
        if (!Identifier.IsUsable(activity.ConversationId))
        {
            reason = "The activity has no usable conversation id.";
            return false;
        }

        if (activity.From is not { } from || !Identifier.IsUsable(from.Id))
        {
            reason = "The activity has no usable sender id.";
            return false;
        }

        var tenant = TenantOf(activity) ?? "";
        var thread = ThreadAddress.Of(activity.ConversationId);
        if (!Identifier.IsUsable(thread.Channel) || (tenant.Length > 0 && !Identifier.IsUsable(tenant)))
        {
            reason = "The activity has no usable conversation id.";
            return false;
        }

        envelope = new Envelope(
            new ConversationReference(
                new ConversationKey(Platform, tenant, thread.Channel),
                KindOf(activity.Scope),
                thread.RootMessageId,
                new TeamsAddress(activity.ServiceUrl, TeamIdOf(activity), GroupIdOf(activity)).ToString()),
            PersonOf(activity, from, tenant),
            Identifier.IsUsable(activity.Id) ? activity.Id : null);
        reason = null;
        return true;
    }

    /// <summary>
    /// The conversation's tenant in lower case; null where the activity names none. It is text, not a GUID: the Agents Playground's
    /// default tenant id has a digit too many.
    /// </summary>
    public static string? TenantOf(Activity activity) =>
        Lower(activity.ConversationTenantId) ?? Lower(activity.ChannelDataTenantId);

    private static PersonReference PersonOf(Activity activity, Account from, string tenant)
    {
        var home = Lower(from.TenantId) ?? Lower(activity.ChannelDataTenantId) ?? tenant;
        var id = Identifier.IsUsable(from.ObjectId) ? $"{home}/{Lower(from.ObjectId)}" : from.Id;
        var isElsewhere = !home.Equals(tenant, StringComparison.Ordinal);
        return new PersonReference(id, from.Name ?? "", isElsewhere ? ElsewhereName : null);
    }

    private static ConversationKind KindOf(ConversationScope scope) => scope switch
    {
        ConversationScope.Personal => ConversationKind.Personal,
        ConversationScope.GroupChat => ConversationKind.Group,
        _ => ConversationKind.Channel,
    };

    private static string? TeamIdOf(Activity activity) =>
        Identifier.IsUsable(activity.TeamId) && !activity.TeamId.Contains(' ', StringComparison.Ordinal) ? activity.TeamId : null;

    private static string? GroupIdOf(Activity activity) =>
        Guid.TryParse(activity.TeamGroupId, out var group) ? group.ToString("D") : null;

    [SuppressMessage("Globalization", "CA1308", Justification = "Entra writes its ids in lower case; upper case would not be recognised by people.")]
    private static string? Lower(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();
}
