namespace ChecklistBot.Teams.Protocol;

/// <summary>Which ids from the wire may be kept and put into an address.</summary>
public static class Identifier
{
    /// <summary>The platform's ids are below 200 characters; anything far beyond is an attack on storage.</summary>
    public const int MaxLength = 512;

    /// <summary>
    /// False for nothing, for too long, for control characters and broken surrogate pairs, and for a lone dot or two, which would
    /// climb in a URL path however it is escaped.
    /// </summary>
    public static bool IsUsable([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > MaxLength || id is "." or "..") return false;
        for (var i = 0; i < id.Length; i++)
        {
            if (char.IsControl(id[i])) return false;
            if (!char.IsSurrogate(id[i])) continue;
            if (!char.IsSurrogatePair(id, i)) return false;
            i++;
        }

        return true;
    }
}
