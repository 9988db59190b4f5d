namespace ChecklistBot.Rules;

/// <summary>Guesses which known name a mistyped one was meant to be.</summary>
public static class Nearest
{
    /// <summary>Beyond this a list no longer helps its reader, and comparing everything would take long.</summary>
    private const int MostCompared = 500;
    private const int MostListed = 8;

    /// <summary>What to write instead of an unknown name: the closest known one, or else the choices there are.</summary>
    public static string Advice(string name, IReadOnlyList<string> known)
    {
        if (known.Count == 0) return "there is none to name here, so leave it out";
        if (Closest(name, known) is { } closest) return $"write {Quoting.Quoted(closest)}";
        var listed = string.Join(", ", known.Take(MostListed).Select(Quoting.Quoted));
        return known.Count switch
        {
            1 => $"write {listed}",
            > MostListed => $"write one of {listed} or {known.Count - MostListed} more",
            _ => $"write one of {listed}",
        };
    }

    /// <summary>Null when nothing is close: at most a third of the letters may differ.</summary>
    public static string? Closest(string name, IEnumerable<string> known)
    {
        string? closest = null;
        var least = int.MaxValue;
        foreach (var candidate in known.Take(MostCompared))
        {
            if (Math.Abs(candidate.Length - name.Length) >= least || candidate.Length > 100 || name.Length > 100) continue;
            var distance = Distance(name, candidate);
            if (distance >= least || distance * 3 > Math.Max(3, Math.Max(name.Length, candidate.Length))) continue;
            (closest, least) = (candidate, distance);
        }

        return closest;
    }

    /// <summary>Letters to insert, remove or replace, and neighbours to exchange; case does not count.</summary>
    private static int Distance(string left, string right)
    {
        var (before, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            (before, last, row) = (last, row, before);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = last[j - 1] + (AreAlike(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreAlike(left[i - 1], right[j - 2]) && AreAlike(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }

        return row[right.Length];
    }

    private static bool AreAlike(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
