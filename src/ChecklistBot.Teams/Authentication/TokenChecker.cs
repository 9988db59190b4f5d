using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Teams.Authentication;

/// <summary>
/// Checks the bearer token of a request, before anything of its body is read: scheme, issuer, audience, algorithm, key, signature,
/// lifetime. Entra's own tokens (skills, the Emulator) are not accepted; Teams sends Bot Service's only.
/// </summary>
public sealed class TokenChecker
{
    /// <summary>How far clocks may differ, both ways.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    // The platform's tokens are below 2 KB.
    private const int MaxTokenLength = 16 * 1024;
    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = MaxTokenLength, MapInboundClaims = false };
    private readonly string issuer;
    private readonly string audience;
    private readonly SigningKeys keys;
    private readonly CheckedTokens passed;
    private readonly TimeProvider time;

    /// <param name="issuer">Who must have issued the token.</param>
    /// <param name="audience">The bot's app id.</param>
    /// <param name="keys">The platform's keys.</param>
    /// <param name="passed">Remembers tokens that passed.</param>
    /// <param name="time">Tells whether a token lives.</param>
    public TokenChecker(string issuer, string audience, SigningKeys keys, CheckedTokens passed, TimeProvider time)
    {
        this.issuer = issuer;
        this.audience = audience;
        this.keys = keys;
        this.passed = passed;
        this.time = time;
    }

    /// <summary>Checks the value of an <c>Authorization</c> header.</summary>
    /// <returns>The token where it passed; else a verdict.</returns>
    public async ValueTask<(CheckedToken? Token, Verdict Verdict)> CheckAsync(string? header, CancellationToken cancellationToken)
    {
        if (!TryReadBearer(header, out var bearer)) return Refuse("there is no single bearer token");
        if (passed.Find(bearer) is { } known) return (known, Verdict.Accepted);

        var token = bearer.ToString();
        if (!TryReadUnverified(token, out var unverified)) return Refuse("the token is no signed JWT");
        // Cheap questions first: what is not even addressed to this bot must not cost a look at the keys.
        if (unverified.Alg != SecurityAlgorithms.RsaSha256) return Refuse("the token is not signed with RS256");
        if (unverified.Issuer != issuer) return Refuse("the token has another issuer");
        if (!IsForUs(unverified)) return Refuse("the token is for another audience");
        if (string.IsNullOrEmpty(unverified.Kid)) return Refuse("the token names no key");

        var (key, areKnown) = await keys.FindAsync(unverified.Kid, cancellationToken);
        if (!areKnown) return (null, Verdict.Unable("the platform's signing keys are not at hand"));
        if (key is null) return Refuse("the token names an unknown key");
        return await VerifyAsync(token, key);
    }

    private async Task<(CheckedToken? Token, Verdict Verdict)> VerifyAsync(string token, SigningKey key)
    {
        var result = await handler.ValidateTokenAsync(token, ParametersFor(key.Key));
        if (!result.IsValid || result.SecurityToken is not JsonWebToken verified)
        {
            return Refuse($"the token failed: {result.Exception?.GetType().Name ?? "unknown"}");
        }

        var expires = new DateTimeOffset(DateTime.SpecifyKind(verified.ValidTo, DateTimeKind.Utc));
        var serviceUrl = verified.TryGetPayloadValue<string>(ServiceUrlClaim, out var claim) ? claim : null;
        var accepted = new CheckedToken(serviceUrl, key.Endorsements, expires);
        passed.Keep(token, accepted);
        return (accepted, Verdict.Accepted);
    }

    private TokenValidationParameters ParametersFor(SecurityKey key) => new()
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidIssuer = issuer,
        AudienceValidator = (audiences, _, _) => audiences.Any(IsOurs),
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = IsAlive,
        TryAllIssuerSigningKeys = false,
    };

    private bool IsAlive(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && end > now - ClockSkew && (notBefore is not { } start || start <= now + ClockSkew);
    }

    private bool IsForUs(JsonWebToken token) => token.Audiences.Any(IsOurs);

    private bool IsOurs(string candidate) => candidate.Equals(audience, StringComparison.OrdinalIgnoreCase);

    private bool TryReadUnverified(string token, out JsonWebToken unverified)
    {
        unverified = null!;
        if (!handler.CanReadToken(token)) return false;
        try
        {
            unverified = handler.ReadJsonWebToken(token);
            // Touch what is read lazily, so that a malformed claim shows here.
            return !unverified.IsEncrypted && unverified.Issuer is not null && unverified.Audiences is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException
            or InvalidOperationException or System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static bool TryReadBearer(string? header, out ReadOnlySpan<char> token)
    {
        token = [];
        if (header is null || header.Length > MaxTokenLength || !header.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        token = header.AsSpan(Scheme.Length);
        return token.Length > 0 && !token.ContainsAny(" \t,");
    }

    private static (CheckedToken?, Verdict) Refuse(string reason) => (null, Verdict.Unauthenticated(reason));
}
