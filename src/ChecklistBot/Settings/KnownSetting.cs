namespace ChecklistBot.Settings;

/// <param name="Key">Colon-separated; a last part <c>*</c> stands for a list's index (<c>Teams:AllowedTenants:*</c>).</param>
/// <param name="Kind">What its text must look like.</param>
/// <param name="Choices">The words allowed when <paramref name="Kind"/> is <see cref="SettingKind.Choice"/>, else empty.</param>
internal sealed record KnownSetting(string Key, SettingKind Kind, IReadOnlyList<string> Choices)
{
    private const string AnyIndex = ":*";

    /// <summary>As it may be written: with the index 0 when it is a list.</summary>
    public string Name => Key.EndsWith(AnyIndex, StringComparison.Ordinal) ? $"{Key[..^1]}0" : Key;

    /// <summary>Whether this is the list <paramref name="list"/>.</summary>
    public bool IsEntryOf(string list) => string.Equals(Key, list + AnyIndex, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <paramref name="key"/> is this setting, or an entry of it when it is a list.</summary>
    public bool Covers(string key) => Key.EndsWith(AnyIndex, StringComparison.Ordinal)
        ? key.StartsWith(Key[..^1], StringComparison.OrdinalIgnoreCase) && !key.AsSpan(Key.Length - 1).Contains(':')
        : string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);
}
