namespace ChecklistBot.Teams.Connector;

/// <summary>The bot's credential for calls to the platform.</summary>
public interface IPlatformTokens
{
    /// <summary>A token for one of <see cref="PlatformScopes"/>.</summary>
    ValueTask<TokenGrant> GetAsync(string scope, CancellationToken cancellationToken);

    /// <summary>The platform did not accept the last token: the next one must be new.</summary>
    /// <returns>False where there can be no other.</returns>
    bool Renew(string scope);
}
