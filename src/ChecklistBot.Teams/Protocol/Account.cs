namespace ChecklistBot.Teams.Protocol;

/// <summary>Someone or some bot in a conversation, as the platform names them.</summary>
/// <param name="Id">The platform's id: <c>29:…</c> for a person, <c>28:APPID</c> for a bot. Differs from bot to bot.</param>
/// <param name="Name">What people call them; absent on many events.</param>
/// <param name="ObjectId">Entra object id, the same for every bot of a tenant; absent for anonymous guests and for bots.</param>
/// <param name="TenantId">The home tenant, where the platform gives it (shared channels, members of a roster).</param>
public sealed record Account(string Id, string? Name = null, string? ObjectId = null, string? TenantId = null)
{
    private const string BotPrefix = "28:";

    /// <summary>Whether both ids name one account. The Agents Playground leaves out a bot's <c>28:</c>, so it counts for nothing here.</summary>
    public bool IsSameAs(string otherId) => WithoutPrefix(Id).Equals(WithoutPrefix(otherId), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> WithoutPrefix(string id) =>
        id.StartsWith(BotPrefix, StringComparison.Ordinal) ? id.AsSpan(BotPrefix.Length) : id;
}
