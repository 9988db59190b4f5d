using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Teams.Tests.Fakes;

/// <summary>A signing key of the pretend platform, and the tokens it signs.</summary>
internal sealed class TestKey(string id, params string[]? endorsements)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private RSA? made;

    private RSA Rsa
    {
        get => made ??= RSA.Create(2048);
        init => made = value;
    }

    public string Id => id;

    /// <summary>The same numbers under another id: making RSA keys is what takes a test's time.</summary>
    public static IEnumerable<TestKey> Many(int count, string prefix)
    {
        var first = new TestKey(prefix + "0");
        yield return first;
        for (var number = 1; number < count; number++) yield return new TestKey(prefix + number) { Rsa = first.Rsa };
    }

    public string Jwk()
    {
        var key = Rsa.ExportParameters(false);
        var vouches = endorsements is null ? "" : $", \"endorsements\": [{string.Join(',', endorsements.Select(e => $"\"{e}\""))}]";
        return $$"""{"kty":"RSA","use":"sig","kid":"{{id}}","x5t":"{{id}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"{{vouches}}}""";
    }

    public string Header(TokenSpec spec) => "Bearer " + Sign(spec);

    public string Sign(TokenSpec spec) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = spec.Issuer,
        Audience = spec.Audience,
        NotBefore = (Now + spec.NotBefore).UtcDateTime,
        IssuedAt = (Now + spec.NotBefore).UtcDateTime,
        Expires = (Now + spec.Expires).UtcDateTime,
        Claims = spec.ServiceUrl is null ? [] : new Dictionary<string, object> { ["serviceurl"] = spec.ServiceUrl },
        SigningCredentials = spec.Algorithm switch
        {
            "HS256" => new SigningCredentials(new SymmetricSecurityKey(Rsa.ExportSubjectPublicKeyInfo()) { KeyId = id }, "HS256"),
            var algorithm => new SigningCredentials(new RsaSecurityKey(Rsa) { KeyId = id }, algorithm),
        },
    });
}
