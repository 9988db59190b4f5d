using System.Globalization;

namespace ChecklistBot.Settings;

/// <summary>The kinds of values that settings of the framework and of libraries have.</summary>
internal static class FrameworkValues
{
    public static FrameworkSetting Text(string pattern) => new(pattern, _ => true, "a text");

    public static FrameworkSetting Flag(string pattern) => new(pattern, text => bool.TryParse(text, out _), "true or false");

    public static FrameworkSetting Whole(string pattern, int least, int most = int.MaxValue) => new(
        pattern,
        text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        string.Create(CultureInfo.InvariantCulture, $"a whole number, {(most == int.MaxValue ? $"{least} or more" : $"{least} to {most}")}"));

    public static FrameworkSetting Word(string pattern, params string[] words) =>
        new(pattern, text => words.Contains(text, StringComparer.OrdinalIgnoreCase), Words.OneOf(words));

    /// <summary>As <see cref="Word"/>, where capitals are other words.</summary>
    public static FrameworkSetting ExactWord(string pattern, params string[] words) => new(pattern, words.Contains, Words.OneOf(words));

    /// <summary>Read by the framework as an enumeration: several names with commas, or their number, are one too.</summary>
    /// <param name="pattern">As of <see cref="FrameworkSetting"/>.</param>
    /// <param name="isGood">Whether the bot could work with it.</param>
    /// <param name="names">The names to recommend; all when empty.</param>
    public static FrameworkSetting Named<T>(string pattern, Predicate<T>? isGood = null, params string[] names)
        where T : struct, Enum => new(
            pattern,
            text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && (isGood?.Invoke(value) ?? true),
            Words.OneOf(names is [] ? Enum.GetNames<T>() : names));
}
