using System.Diagnostics.CodeAnalysis;
using ChecklistBot.Teams.Settings;

namespace ChecklistBot.Teams.Authentication;

/// <summary>
/// The hosts that the bot sends its token to. A service address comes from the body of a request, so this list, not the request, decides
/// where a token may go.
/// </summary>
public sealed class ServiceHosts
{
    private const int AnyPort = -1;

    /// <summary>The platform's own have some forty characters.</summary>
    private const int LongestAddress = 2_000;

    private static readonly string[] Platform = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];
    private static readonly string[] PlatformDomains = [".botframework.com", ".teams.microsoft.us"];

    private readonly bool isOpen;
    private readonly List<(string Host, int Port)> more = [];

    /// <param name="settings">Hosts besides the platform's are as <see cref="TryReadHost"/> reads them; without authentication only this machine counts.</param>
    public ServiceHosts(TeamsSettings settings)
    {
        isOpen = settings.IsOpen;
        foreach (var text in settings.AllowedServiceHosts)
        {
            if (TryReadHost(text, out var host, out var port)) more.Add((host, port));
        }
    }

    /// <summary>Whether an activity may name this as its service address, and the bot may call it.</summary>
    public bool Allows(string serviceUrl)
    {
        if (!TryRead(serviceUrl, out var uri)) return false;
        if (isOpen) return uri.IsLoopback;
        var host = uri.IdnHost;
        if (more.Exists(entry => Same(entry.Host, host) && (entry.Port == AnyPort || entry.Port == uri.Port)))
        {
            return uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback;
        }

        return uri.Scheme == Uri.UriSchemeHttps
            && uri.IsDefaultPort
            && (Array.Exists(Platform, known => Same(known, host))
                || Array.Exists(PlatformDomains, domain => host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Reads <c>HOST</c>, <c>HOST:PORT</c> or an address of which only these two parts count.</summary>
    public static bool TryReadHost(string? text, [NotNullWhen(true)] out string? host, out int port)
    {
        host = null;
        port = AnyPort;
        var address = text?.Trim() ?? "";
        var isWhole = address.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(isWhole ? address : "https://" + address, UriKind.Absolute, out var uri)
            || uri.Host.Length == 0
            || (!isWhole && (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)))
        {
            return false;
        }

        host = uri.IdnHost;
        port = isWhole ? uri.Port : uri.IsDefaultPort ? AnyPort : uri.Port;
        return true;
    }

    private static bool TryRead(string serviceUrl, [NotNullWhen(true)] out Uri? uri) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out uri)
        && serviceUrl.Length <= LongestAddress
        && !serviceUrl.AsSpan().ContainsAny(" \\")
        && !serviceUrl.Any(char.IsControl)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
