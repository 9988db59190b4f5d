using System.Text.RegularExpressions;

namespace ChecklistBot.Storage.Tests.Sqlite;

/// <summary>The parameters that a statement names.</summary>
internal static partial class Parameters
{
    public static IEnumerable<string> In(string statement) => Name().Matches(statement).Select(match => match.Value).Distinct();

    [GeneratedRegex("@[a-z_0-9]+")]
    private static partial Regex Name();
}
