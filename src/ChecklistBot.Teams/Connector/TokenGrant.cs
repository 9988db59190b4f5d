namespace ChecklistBot.Teams.Connector;

/// <summary>What a call may carry as its credential.</summary>
/// <param name="IsAvailable">False where a token is needed and cannot be had just now.</param>
/// <param name="Token">Null where none is needed.</param>
public readonly record struct TokenGrant(bool IsAvailable, string? Token)
{
    /// <summary>The call goes without a token.</summary>
    public static TokenGrant NotNeeded => new(true, null);

    /// <summary>The call cannot go.</summary>
    public static TokenGrant Unavailable => new(false, null);
}
