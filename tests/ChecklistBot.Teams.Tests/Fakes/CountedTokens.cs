using ChecklistBot.Teams.Connector;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>A credential whose tokens are numbered.</summary>
internal sealed class CountedTokens : IPlatformTokens
{
    private int number = 1;

    public bool IsAvailable { get; set; } = true;

    public List<string> Scopes { get; } = [];

    public ValueTask<TokenGrant> GetAsync(string scope, CancellationToken cancellationToken)
    {
        Scopes.Add(scope);
        return ValueTask.FromResult(IsAvailable ? new TokenGrant(true, $"token-{number}") : TokenGrant.Unavailable);
    }

    public bool Renew(string scope)
    {
        number++;
        return true;
    }
}
