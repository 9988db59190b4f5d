using System.Net;
using ChecklistBot.Settings;

namespace ChecklistBot.Edge;

/// <summary>
/// Refuses a <c>Host</c> that is not the bot's own. Without it another site could point its own name at this machine and then
/// read the page as its own (DNS rebinding), even where the bot listens on loopback only.
/// </summary>
/// <param name="addresses">The addresses listened on.</param>
/// <param name="publicUrl">The address people reach, or null.</param>
internal sealed class HostGate(IReadOnlyList<ListeningAddress> addresses, Uri? publicUrl)
{
    /// <summary>Whether the request names the address at which it arrived, a name listened on, or the public address.</summary>
    public bool Admits(HttpContext context)
    {
        var host = context.Request.Host;

        // Only HTTP/1.0 may leave it out, and no browser speaks that.
        if (!host.HasValue)
            return true;

        return IsPublic(host) || IsHere(host, context);
    }

    private bool IsPublic(HostString host) => publicUrl is not null
        && (string.Equals(host.Value, publicUrl.Authority, StringComparison.OrdinalIgnoreCase)
            || (string.Equals(host.Host, publicUrl.Host, StringComparison.OrdinalIgnoreCase) && host.Port == publicUrl.Port));

    private bool IsHere(HostString host, HttpContext context)
    {
        var connection = context.Connection;
        if ((host.Port ?? DefaultPort(context.Request.Scheme)) != connection.LocalPort)
            return false;

        var name = host.Host.Trim('[', ']');
        if (addresses.Any(address => string.Equals(address.Host, name, StringComparison.OrdinalIgnoreCase)))
            return true;

        // A number or "localhost" cannot be pointed elsewhere, so it is safe wherever it is where the connection arrived.
        if (connection.LocalIpAddress is not { } local)
            return false;

        return IPAddress.TryParse(name, out var ip)
            ? Unmapped(ip).Equals(Unmapped(local))
            : string.Equals(name, "localhost", StringComparison.OrdinalIgnoreCase) && IPAddress.IsLoopback(Unmapped(local));
    }

    private static int DefaultPort(string scheme) => scheme == Uri.UriSchemeHttps ? 443 : 80;

    private static IPAddress Unmapped(IPAddress ip) => ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip;
}
