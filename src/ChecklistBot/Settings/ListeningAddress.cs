using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ChecklistBot.Settings;

/// <summary>An address that the server is told to listen on, such as <c>http://127.0.0.1:5080</c> or <c>http://*:8080</c>.</summary>
/// <param name="Key">The setting that names it.</param>
/// <param name="Text">As configured.</param>
/// <param name="Scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="Host">As configured; without brackets for IPv6.</param>
/// <param name="Port">0 lets the system choose.</param>
internal sealed record ListeningAddress(string Key, string Text, string Scheme, string Host, int Port)
{
    public const string UrlsKey = "Urls";

    private const string EndpointsPrefix = "Kestrel:Endpoints:";

    /// <summary>Whether it is one of <c>Kestrel:Endpoints</c>, before which the server looks at no other.</summary>
    public bool IsOfEndpoint => Key.StartsWith(EndpointsPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <c>Urls</c> named it, or nothing did; not an endpoint or a port of its own.</summary>
    public bool IsOfUrls => string.Equals(Key, UrlsKey, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether only this machine can reach it. The server binds every name but <c>localhost</c> to all interfaces
    /// (Kestrel's documented reading of <c>Urls</c>), so a name is never loopback, whatever it resolves to.
    /// </summary>
    public bool IsLoopback => string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>Whether the server binds it to every address of the machine, so that it is none that anybody could open.</summary>
    public bool IsWildcard => IPAddress.TryParse(Host, out var ip)
        ? ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)
        : !string.Equals(Host, "localhost", StringComparison.OrdinalIgnoreCase);

    public static bool TryParse(string key, string text, [NotNullWhen(true)] out ListeningAddress? address)
    {
        address = null;
        BindingAddress parsed;
        try
        {
            parsed = BindingAddress.Parse(text);
        }
        catch (FormatException)
        {
            return false;
        }

        if (parsed.Scheme is not ("http" or "https") || parsed.PathBase.Length > 0 || parsed.Port is < 0 or > ushort.MaxValue || !IsHost(parsed))
            return false;

        address = new ListeningAddress(key, text, parsed.Scheme, parsed.Host.Trim('[', ']'), parsed.Port);
        return true;
    }

    /// <summary>A port that is no number is taken for a part of the name, with port 80 and every address of the machine.</summary>
    private static bool IsHost(BindingAddress parsed) => parsed.IsUnixPipe || !parsed.Host.Contains(':', StringComparison.Ordinal)
        || IPAddress.TryParse(parsed.Host is ['[', .. var inner, ']'] ? inner : parsed.Host, out _);
}
