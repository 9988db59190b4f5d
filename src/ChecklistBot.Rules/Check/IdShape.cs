namespace ChecklistBot.Rules;

/// <summary>What an id may look like. Ids travel in buttons, links and exports, some of them separated by colons.</summary>
internal static class IdShape
{
    private const int Longest = 64;

    public static bool IsLegal(string id) =>
        id.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(id[0]) && id.All(IsLegal);

    /// <summary>A legal id made of what was written, where anything is left of it.</summary>
    public static string Advice(string id)
    {
        var proposed = Mended(id);
        const string Allowed = "letters a to z, digits, \"-\", \"_\" and \".\", at most 64, a letter or digit first";
        return proposed.Length == 0 ? Allowed : $"\"{proposed}\" ({Allowed})";
    }

    /// <summary>A legal id as it is; another one as <see cref="Advice"/> would have it; empty where nothing is left of it.</summary>
    public static string Mended(string id)
    {
        if (IsLegal(id)) return id;
        var words = id.Split([.. id.Where(letter => !IsLegal(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries);
        var proposed = string.Join('-', words).TrimStart('-', '_', '.');
        return proposed.Length > Longest ? proposed[..Longest] : proposed;
    }

    private static bool IsLegal(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';
}
