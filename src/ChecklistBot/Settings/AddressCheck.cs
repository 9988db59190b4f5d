namespace ChecklistBot.Settings;

/// <summary>The addresses that the server will listen on, by the server's own order of precedence, and the public one.</summary>
internal static class AddressCheck
{
    /// <summary>Where the bot listens in Development when nothing says otherwise.</summary>
    public const string DevelopmentDefault = "http://127.0.0.1:5080";

    private const string FrameworkDefault = "http://localhost:5000";
    private const string UrlsKey = "Urls";
    private const string EndpointsPrefix = "Kestrel:Endpoints:";

    /// <summary>Whether <paramref name="key"/> is the name of an endpoint of the server's, with nothing behind it.</summary>
    public static bool IsEndpoint(string key) =>
        key.StartsWith(EndpointsPrefix, StringComparison.OrdinalIgnoreCase) && !key.AsSpan(EndpointsPrefix.Length).Contains(':');

    /// <summary>Empty when an address was refused and no other is left.</summary>
    public static IReadOnlyList<ListeningAddress> Run(SettingsSource source, SettingFindings findings)
    {
        var addresses = new List<ListeningAddress>();
        foreach (var name in WithoutUrl(source))
            findings.Refuse($"{EndpointsPrefix}{name}:Url", "it is not set, and other settings of that endpoint are.", $"Write an address such as {DevelopmentDefault}.");
        foreach (var (key, text) in Configured(source))
        {
            if (ListeningAddress.TryParse(key, text, out var address))
                addresses.Add(address);
            else if (key is "HTTP_PORTS" or "HTTPS_PORTS")
                findings.Refuse(key, $"\"{source.Value(key)}\" is no list of ports.", "Write numbers such as 8080, or several with semicolons between them.");
            else
                findings.Refuse(
                    key,
                    $"\"{text}\" is not an address to listen on.",
                    $"Write one such as {DevelopmentDefault}, or several with semicolons between them.");
        }

        return addresses;
    }

    /// <summary>Null when none is set, or it was refused.</summary>
    public static Uri? Public(SettingsSource source, SettingFindings findings)
    {
        const string key = "PublicUrl";
        if (source.Value(key) is not { } text)
            return null;

        const string mend = "Write the address that people reach the bot at, such as https://checklist.example.org.";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            findings.Refuse(key, $"\"{text}\" (from {source.Origin(key)}) is not a web address.", mend);
        else if (uri.UserInfo.Length > 0)
            findings.Refuse(key, $"the address (from {source.Origin(key)}) holds a user name or a password, and the bot shows it to everybody.", mend);
        else if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
            findings.Refuse(key, $"\"{text}\" (from {source.Origin(key)}) goes on behind a ? or #, so nothing can stand behind it.", mend);
        else
            return uri;
        return null;
    }

    private static IEnumerable<string> WithoutUrl(SettingsSource source) => source.Entries
        .Where(pair => pair.Key.StartsWith(EndpointsPrefix, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Key[EndpointsPrefix.Length..].Split(':')[0])
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Where(name => source.Value($"{EndpointsPrefix}{name}:Url") is null);

    private static IEnumerable<(string Key, string Text)> Configured(SettingsSource source)
    {
        var endpoints = source.Entries
            .Where(pair => pair.Key.StartsWith(EndpointsPrefix, StringComparison.OrdinalIgnoreCase)
                && pair.Key.EndsWith(":Url", StringComparison.OrdinalIgnoreCase))
            .Select(pair => (pair.Key, pair.Value))
            .ToList();
        if (endpoints.Count > 0)
            return endpoints;

        if (source.Value(UrlsKey) is { } urls)
            return Split(urls).Select(url => (UrlsKey, url));

        var ports = Ports(source, "HTTP_PORTS", "http").Concat(Ports(source, "HTTPS_PORTS", "https")).ToList();
        if (ports.Count > 0)
            return ports;

        return [(UrlsKey, source.IsDevelopment ? DevelopmentDefault : FrameworkDefault)];
    }

    private static IEnumerable<(string Key, string Text)> Ports(SettingsSource source, string key, string scheme) =>
        Split(source.Value(key) ?? "").Select(port => (key, $"{scheme}://*:{port}"));

    private static string[] Split(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
