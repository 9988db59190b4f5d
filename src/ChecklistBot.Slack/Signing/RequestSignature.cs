using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace ChecklistBot.Slack.Signing;

/// <summary>
/// Slack's v0 request signature: HMAC-SHA256 over <c>v0:TIME:BODY</c>, keyed with the signing secret as text
/// (docs.slack.dev, "Verifying requests from Slack").
/// </summary>
public static class RequestSignature
{
    /// <summary>Header with the Unix seconds at which Slack signed.</summary>
    public const string TimestampHeader = "X-Slack-Request-Timestamp";

    /// <summary>Header with <c>v0=</c> and the digest.</summary>
    public const string SignatureHeader = "X-Slack-Signature";

    /// <summary>How far the two clocks may differ, before or after.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    private static readonly SearchValues<char> LowerCaseHex = SearchValues.Create("0123456789abcdef");
    private const string Version = "v0";
    private const int DigestDigits = 2 * HMACSHA256.HashSizeInBytes;

    /// <summary>Judges a request by its raw bytes, before anything of the body has been parsed. Never throws.</summary>
    /// <param name="body">The body exactly as received.</param>
    /// <param name="timestamp">All values of <see cref="TimestampHeader"/>.</param>
    /// <param name="signature">All values of <see cref="SignatureHeader"/>.</param>
    /// <param name="secret">The app's signing secret, as text (it looks like hexadecimal and is not decoded).</param>
    /// <param name="now">Our time.</param>
    public static SignatureVerdict Check(
        ReadOnlySpan<byte> body, StringValues timestamp, StringValues signature, string secret, DateTimeOffset now)
    {
        if (timestamp is not [{ Length: > 0 } time] || signature is not [{ Length: > 0 } given])
            return SignatureVerdict.HeaderMissing;
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var signedAt))
            return SignatureVerdict.TimestampMalformed;
        // Compared as numbers: a hostile second count may lie outside the range of DateTimeOffset.
        if (Int128.Abs((Int128)signedAt - now.ToUnixTimeSeconds()) > (Int128)Window.TotalSeconds)
            return SignatureVerdict.OutsideWindow;
        if (!IsWellFormed(given))
            return SignatureVerdict.SignatureMalformed;

        var expected = Encoding.ASCII.GetBytes(Sign(body, time, secret));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(given))
            ? SignatureVerdict.Valid
            : SignatureVerdict.Mismatch;
    }

    /// <summary>The value of <see cref="SignatureHeader"/> for a body.</summary>
    /// <param name="body">The bytes to sign.</param>
    /// <param name="timestamp">The value of <see cref="TimestampHeader"/>, as sent.</param>
    /// <param name="secret">The signing secret.</param>
    public static string Sign(ReadOnlySpan<byte> body, string timestamp, string secret)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        mac.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(mac.GetHashAndReset())}";
    }

    private static bool IsWellFormed(string signature) =>
        signature.StartsWith(Version + "=", StringComparison.Ordinal)
        && signature.Length == Version.Length + 1 + DigestDigits
        && signature.AsSpan(Version.Length + 1).IndexOfAnyExcept(LowerCaseHex) < 0;
}
