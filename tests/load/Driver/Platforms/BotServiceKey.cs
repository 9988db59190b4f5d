using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Load.Platforms;

/// <summary>The RSA key that signs what Bot Service sends.</summary>
internal sealed class BotServiceKey : IDisposable
{
    public const string Issuer = "https://api.botframework.com";

    private const string Id = "load-1";

    private readonly RSA rsa = RSA.Create(2048);

    public string Jwk()
    {
        var key = rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","use":"sig","kid":"{{Id}}","x5t":"{{Id}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}","endorsements":["msteams"]}""";
    }

    /// <summary>A token of an hour, as Bot Service uses it for many requests.</summary>
    public string Token(string audience, string serviceUrl) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = audience,
        NotBefore = DateTime.UtcNow.AddMinutes(-5),
        Expires = DateTime.UtcNow.AddMinutes(55),
        Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl, ["jti"] = Guid.NewGuid().ToString() },
        SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = Id }, SecurityAlgorithms.RsaSha256),
    });

    public void Dispose() => rsa.Dispose();
}
