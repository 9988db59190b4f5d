using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Connector;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Tests.Health;

/// <summary>What Teams asks Entra and the platform for, each of which can be refused.</summary>
internal sealed class SwitchedCredentials : IPlatformTokens, ISigningKeySource
{
    public bool HasToken { get; set; }

    public bool HasKeys { get; set; }

    /// <summary>While set, whoever asks for a token waits for it.</summary>
    public TaskCompletionSource<TokenGrant>? Held { get; set; }

    /// <summary>How often a token was asked for.</summary>
    public int Calls { get; private set; }

    public ValueTask<TokenGrant> GetAsync(string scope, CancellationToken cancellationToken)
    {
        Calls++;
        return Held is { } held
            ? new ValueTask<TokenGrant>(held.Task.WaitAsync(cancellationToken))
            : ValueTask.FromResult(HasToken ? new TokenGrant(true, "token") : TokenGrant.Unavailable);
    }

    public bool Renew(string scope) => false;

    public Task<IReadOnlyDictionary<string, SigningKey>?> DownloadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, SigningKey>?>(
            HasKeys ? new Dictionary<string, SigningKey> { ["k"] = new(new JsonWebKey(), new HashSet<string>()) } : null);
}
