using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChecklistBot.Settings;

/// <summary>The file that proves to Entra who the bot is, looked at before anybody waits for an answer in Teams.</summary>
internal static class TeamsCertificate
{
    /// <summary>Why the file cannot be used, as a sentence; null when it can.</summary>
    public static string? WhyNot(string path)
    {
        try
        {
            // The library that signs in goes by the name's ending too.
            using var certificate = Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".PEM" => X509Certificate2.CreateFromPemFile(path),
                ".PFX" => X509CertificateLoader.LoadPkcs12FromFile(path, password: null),
                _ => null,
            };
            return certificate switch
            {
                null => $"the name {Path.GetFileName(path)} ends neither in .pem nor in .pfx.",
                { HasPrivateKey: false } => $"the file {path} holds no private key.",
                _ when !HasRsaKey(certificate) => $"the key in the file {path} is no RSA key, and the bot can sign in with such keys only.",
                _ => null,
            };
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"the file {path} cannot be used as a certificate ({fault.Message.TrimEnd('.')}).";
        }
    }

    private static bool HasRsaKey(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey();
        return key is not null;
    }
}
