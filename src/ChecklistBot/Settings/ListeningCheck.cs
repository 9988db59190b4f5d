using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ChecklistBot.Settings;

/// <summary>What is said well enough about each address, and the server would stop at all the same.</summary>
internal static class ListeningCheck
{
    /// <summary>The parts of an endpoint that the server takes with https alone.</summary>
    private static readonly string[] ForHttpsOnly = ["Certificate", "ClientCertificateMode", "SslProtocols", "Sni"];

    public static void Run(SettingsSource source, IReadOnlyList<ListeningAddress> addresses, SettingFindings findings)
    {
        if (addresses.Count == 0 && source.Value(ListeningAddress.UrlsKey) is { } urls && urls.All(letter => letter == ';' || char.IsWhiteSpace(letter)))
            findings.Refuse(
                ListeningAddress.UrlsKey,
                $"\"{urls}\" (from {source.Origin(ListeningAddress.UrlsKey)}) names no address to listen on.",
                $"Write one such as {AddressCheck.DevelopmentDefault}, or leave it out.");

        foreach (var address in addresses)
        {
            if (address.Port == 0 && string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase))
                findings.Refuse(
                    address.Key,
                    $"\"{address.Text}\" leaves the port to the system, and the server cannot do that for localhost, which is two addresses.",
                    $"Write {address.Scheme}://127.0.0.1:0 instead, or name a port.");
            if (address.Scheme == Uri.UriSchemeHttp && address.IsOfEndpoint)
                CheckPlain(source, address, findings);
            if (address.Scheme == Uri.UriSchemeHttp)
                CheckProtocols(source, address, findings);
        }
    }

    /// <summary>The third version of HTTP is never without TLS. Together with another one the server leaves it out.</summary>
    private static void CheckProtocols(SettingsSource source, ListeningAddress address, SettingFindings findings)
    {
        var own = $"{address.Key[..(address.Key.LastIndexOf(':') + 1)]}Protocols";
        var key = address.IsOfEndpoint && source.Value(own) is not null ? own : "Kestrel:EndpointDefaults:Protocols";
        if (Enum.TryParse<HttpProtocols>(source.Value(key), ignoreCase: true, out var protocols)
            && protocols == HttpProtocols.Http3
            && !findings.Problems.Any(problem => problem.Key == key))
            findings.Refuse(key, $"\"{source.Value(key)}\" (from {source.Origin(key)}) is for https only, and the bot is to listen on {address.Text}.", $"Write Http1, or begin {address.Key} with https://.");
    }

    private static void CheckPlain(SettingsSource source, ListeningAddress address, SettingFindings findings)
    {
        foreach (var part in ForHttpsOnly)
        {
            var key = address.Key[..(address.Key.LastIndexOf(':') + 1)] + part;
            if (source.Entries.Any(pair => IsAtOrBelow(pair.Key, key)))
                findings.Refuse(key, $"it is for https only, and that endpoint is {address.Text}.", $"Leave it out, or begin {address.Key} with https://.");
        }
    }

    private static bool IsAtOrBelow(string key, string section) => key.StartsWith(section, StringComparison.OrdinalIgnoreCase)
        && (key.Length == section.Length || key[section.Length] == ':');
}
