namespace ChecklistBot.Teams.Connector;

/// <summary>One token for everything, or none: for playgrounds and tests.</summary>
/// <param name="token">Null to call without one.</param>
public sealed class FixedTokens(string? token) : IPlatformTokens
{
    /// <inheritdoc/>
    public ValueTask<TokenGrant> GetAsync(string scope, CancellationToken cancellationToken) =>
        ValueTask.FromResult(string.IsNullOrEmpty(token) ? TokenGrant.NotNeeded : new TokenGrant(true, token));

    /// <inheritdoc/>
    public bool Renew(string scope) => false;
}
