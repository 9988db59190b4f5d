using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Tables;

/// <summary>The first column of every key: <c>platform:tenant</c>, for example <c>web:local</c>. No platform's name holds a colon.</summary>
internal static class TenantText
{
    public static string TenantOf(this ConversationKey key) => string.Concat(key.Platform, ":", key.Tenant);

    public static ConversationKey Conversation(string tenant, string conversation)
    {
        var colon = tenant.IndexOf(':', StringComparison.Ordinal);
        return new ConversationKey(tenant[..colon], tenant[(colon + 1)..], conversation);
    }
}
