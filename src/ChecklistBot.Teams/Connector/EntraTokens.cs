using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams.Connector;

/// <summary>Tokens from Entra, kept until shortly before they expire, fetched by one caller at a time.</summary>
public sealed partial class EntraTokens : IPlatformTokens, IDisposable
{
    /// <summary>How long before its end a token is replaced.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>How long a failure is remembered, so that a queue of messages does not become a queue of sign-ins.</summary>
    public static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(10);

    /// <summary>How long a sign-in may take, all its own tries included: deliveries of every platform wait for it, and a claim lasts no longer than a few
    /// calls.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly Func<TokenCredential> makeCredential;
    private readonly TimeProvider time;
    private readonly ILogger<EntraTokens> logger;
    private readonly ConcurrentDictionary<string, AccessToken> tokens = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1, 1);

    private TokenCredential? credential;
    // A timestamp, which no setting of the clock changes; null while nothing has failed.
    private long? failedAt;

    /// <param name="makeCredential">Makes the credential; a new one has forgotten every token.</param>
    /// <param name="time">Tells which token still lives.</param>
    /// <param name="logger">Hears why a token was not to be had.</param>
    public EntraTokens(Func<TokenCredential> makeCredential, TimeProvider time, ILogger<EntraTokens> logger)
    {
        this.makeCredential = makeCredential;
        this.time = time;
        this.logger = logger;
    }

    /// <inheritdoc/>
    public async ValueTask<TokenGrant> GetAsync(string scope, CancellationToken cancellationToken)
    {
        if (Living(scope) is { } living) return living;
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Living(scope) is { } fetched) return fetched;
            if (failedAt is { } failed && time.GetElapsedTime(failed) < FailurePause) return TokenGrant.Unavailable;
            return await FetchAsync(scope, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public bool Renew(string scope)
    {
        // The credential has a cache of its own that cannot be told to forget; a new credential has nothing to forget.
        Volatile.Write(ref credential, null);
        tokens.TryRemove(scope, out _);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private TokenGrant? Living(string scope) =>
        tokens.TryGetValue(scope, out var token) && token.ExpiresOn - Margin > time.GetUtcNow() ? new TokenGrant(true, token.Token) : null;

    /// <summary>What kind of failure, with Entra's own code where it gave one: the rest of its words names ids, and a library's may name anything.</summary>
    private static string Reason(Exception exception)
    {
        var code = EntraCode().Match(exception.Message);
        return code.Success ? $"{exception.GetType().Name}, {code.Value}" : exception.GetType().Name;
    }

    /// <summary>Such as AADSTS7000215; listed in Entra's documentation of authentication errors.</summary>
    [GeneratedRegex("AADSTS[0-9]{4,9}", RegexOptions.CultureInvariant)]
    private static partial Regex EntraCode();

    private async Task<TokenGrant> FetchAsync(string scope, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var source = Volatile.Read(ref credential) ?? makeCredential();
            Volatile.Write(ref credential, source);
            var token = await source.GetTokenAsync(new TokenRequestContext([scope]), either.Token).AsTask().WaitAsync(either.Token);
            tokens[scope] = token;
            return new TokenGrant(true, token.Token);
        }
        catch (Exception exception) when (exception is AuthenticationFailedException or Azure.RequestFailedException or IOException
            or System.Security.Cryptography.CryptographicException or HttpRequestException or ArgumentException
            or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            failedAt = time.GetTimestamp();
            logger.TokenNotGiven(Reason(exception));
            return TokenGrant.Unavailable;
        }
    }
}
