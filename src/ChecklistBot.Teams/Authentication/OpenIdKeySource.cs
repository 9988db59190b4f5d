using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ChecklistBot.Teams.Authentication;

/// <summary>Downloads the platform's keys by way of its OpenID metadata. Both addresses come from settings and from the platform, never from a request.</summary>
/// <param name="metadataAddress">The metadata's address.</param>
/// <param name="client">Bounded in time and size by its maker.</param>
/// <param name="logger">Hears why a download failed.</param>
public sealed class OpenIdKeySource(string metadataAddress, HttpClient client, ILogger<OpenIdKeySource> logger) : ISigningKeySource
{
    private const string EndorsementsMember = "endorsements";

    // NIST SP 800-131A: shorter RSA keys are no longer acceptable for signatures.
    private const int MinKeyBits = 2048;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, SigningKey>?> DownloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, new Documents(client), cancellationToken);
            return KeysOf(configuration);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException or ArgumentException
            or InvalidOperationException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            logger.KeysNotDownloaded(exception.GetType().Name);
            return null;
        }
    }

    private static Dictionary<string, SigningKey>? KeysOf(OpenIdConnectConfiguration configuration)
    {
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in configuration.JsonWebKeySet?.Keys ?? [])
        {
            if (string.IsNullOrEmpty(key.Kid) || key.Kty != JsonWebAlgorithmsKeyTypes.RSA || key.KeySize < MinKeyBits) continue;
            keys[key.Kid] = new SigningKey(key, EndorsementsOf(key));
        }

        // A set without one usable key is a fault of the download, not a reason to forget the keys at hand.
        return keys.Count == 0 ? null : keys;
    }

    private static HashSet<string> EndorsementsOf(JsonWebKey key) =>
        key.AdditionalData.TryGetValue(EndorsementsMember, out var value) ? new(Texts(value), StringComparer.Ordinal) : [];

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array =>
            array.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.String).Select(entry => entry.GetString()!),
        IEnumerable<object> entries => entries.Select(entry => entry as string ?? (entry as JsonElement?)?.ToString()).OfType<string>(),
        _ => [],
    };

    private sealed class Documents(HttpClient client) : IDocumentRetriever
    {
        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (!PlatformAddress.IsFetchable(address)) throw new InvalidOperationException("The metadata names an address without https.");
            return await client.GetStringAsync(new Uri(address), cancel);
        }
    }
}
