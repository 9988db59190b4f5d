using System.Text;
using ChecklistBot.Assessments.Channels;

namespace ChecklistBot.Storage.Tables;

/// <summary>The first column of every key: <c>platform:tenant</c>, for example <c>web:local</c>. No platform's name holds a colon.</summary>
internal static class TenantText
{
    public static string TenantOf(this ConversationKey key) => string.Concat(key.Platform, ":", key.Tenant);

    /// <summary>Writes it as UTF-8; returns how many bytes that took.</summary>
    public static int WriteTenant(this ConversationKey key, Span<byte> utf8)
    {
        var length = Encoding.UTF8.GetBytes(key.Platform, utf8);
        utf8[length++] = (byte)':';
        return length + Encoding.UTF8.GetBytes(key.Tenant, utf8[length..]);
    }

    public static ConversationKey Conversation(string tenant, string conversation)
    {
        var colon = tenant.IndexOf(':', StringComparison.Ordinal);
        return new ConversationKey(tenant[..colon], tenant[(colon + 1)..], conversation);
    }
}
