using System.Data.Common;

namespace ChecklistBot.Storage.Relational;

/// <summary>Says what is wrong with a connection string without repeating any of it that may be part of a password: what stands behind an unquoted
/// semicolon of one looks like a key.</summary>
public static class ConnectionStringFault
{
    private const string UnknownKey = "it holds a key that is none; a value with a semicolon, such as a password, stands in double quotes";

    /// <summary>In words for brackets.</summary>
    /// <param name="text">What the library did not take.</param>
    /// <param name="fresh">Makes the library's own reader of one, empty.</param>
    public static string Of(string text, Func<DbConnectionStringBuilder> fresh)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        var given = new DbConnectionStringBuilder();
        try
        {
            given.ConnectionString = text;
        }
        catch (ArgumentException)
        {
            return "it is not KEY=VALUE;KEY=VALUE";
        }

        foreach (string key in given.Keys)
            if (!IsTaken(fresh(), key, given[key]))
                return fresh().ContainsKey(key) ? $"its value for {key} is none that can be used" : UnknownKey;
        return "its parts do not fit together";
    }

    private static bool IsTaken(DbConnectionStringBuilder builder, string key, object value)
    {
        try
        {
            builder[key] = value;
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }
}
