using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ChecklistBot.Web.Requests;

/// <summary>The pass phrase of the room and the cookie of those who know it. The cookie holds its own end and a proof of it (HMAC-SHA256 under the
/// pass phrase), so nothing is stored, a restart signs nobody out, and a changed pass phrase signs everybody out.</summary>
internal sealed class PassPhrase(WebChannelSettings settings, TimeProvider time)
{
    public const string Cookie = "checklistbot-room";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private readonly byte[]? key = string.IsNullOrEmpty(settings.Key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(settings.Key));

    /// <summary>Whether a pass phrase is asked at all.</summary>
    public bool IsAsked => key is not null;

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool IsRight(string attempt) =>
        key is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(attempt)), key);

    /// <summary>True for a request that carries a valid cookie, or where none is asked.</summary>
    public bool Admits(HttpRequest request)
    {
        if (key is null)
        {
            return true;
        }

        var cookie = request.Cookies[Cookie] ?? "";
        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && long.TryParse(cookie.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            && end > time.GetUtcNow().ToUnixTimeSeconds()
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(cookie[(dot + 1)..]), Encoding.UTF8.GetBytes(Proof(end, key)));
    }

    /// <summary>Gives the cookie to someone who knew the pass phrase.</summary>
    public void Admit(HttpContext context)
    {
        var end = (time.GetUtcNow() + Lasts).ToUnixTimeSeconds();
        context.Response.Cookies.Append(Cookie, string.Create(CultureInfo.InvariantCulture, $"{end}.{Proof(end, key ?? [])}"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lasts,
            Path = "/",
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps || settings.PublicUrl?.Scheme == Uri.UriSchemeHttps,
        });
    }

    private static string Proof(long end, byte[] key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"checklistbot-room:{end}"))));
}
