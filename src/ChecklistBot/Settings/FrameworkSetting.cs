namespace ChecklistBot.Settings;

/// <summary>A setting that the framework or a library reads by itself, and at a wrong value of which it stops with a stack trace or passes it over in silence.</summary>
/// <param name="Pattern">Colon-separated; a part <c>*</c> stands for any one name or index.</param>
/// <param name="Takes">Whether a text is one of its values.</param>
/// <param name="Expected">What to write: goes on behind "Write".</param>
internal sealed record FrameworkSetting(string Pattern, Predicate<string> Takes, string Expected)
{
    private const string Any = "*";

    private readonly string[] parts = Pattern.Split(':');

    /// <summary>As it may be written, with an index or a name that the framework takes for each that may be any.</summary>
    public string Name => NameWithin([]);

    /// <summary>As it may be written below <paramref name="key"/>, a group that it stands in.</summary>
    public string NameWithin(string[] key) => string.Join(':', parts.Select((part, index) => index < key.Length ? key[index] : part != Any ? part : parts[index - 1] switch
    {
        "SslProtocols" => "0",
        "Sni" => "example.org",
        "Logging" => "Console",
        _ => "Default",
    }));

    public bool Covers(string[] key) => key.Length == parts.Length && Begins(key);

    /// <summary>Whether <paramref name="key"/> is a group or a list that this setting stands in.</summary>
    public bool IsWithin(string[] key) => key.Length < parts.Length && Begins(key);

    /// <summary>Whether <paramref name="key"/> is the list that this setting is an entry of.</summary>
    public bool IsEntryOf(string[] key) => key.Length == parts.Length - 1 && parts[^1] == Any && Begins(key);

    private bool Begins(string[] key) =>
        key.Zip(parts).All(pair => pair.Second == Any || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
}
