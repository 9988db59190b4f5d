using ChecklistBot.Composition;
using ChecklistBot.Settings;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Tools;

/// <summary>Which SQLite file is meant, as a connection string.</summary>
internal static class CopySource
{
    /// <summary>Of the file of that very name: the full path keeps SQLite from taking it for an address or for its memory.</summary>
    public static string File(string path) => new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path) }.ConnectionString;

    /// <summary>The one that the bot would use if it were started here with these settings; null after <paramref name="error"/> has been told why not.</summary>
    public static string? Configured(string[] settings, TextWriter output, TextWriter error)
    {
        if (BotBuilder.TryRead(settings, sentence => error.WriteLine($"The settings cannot be read: {sentence}")) is not { } builder)
            return null;

        var source = new SettingsSource(builder.Configuration, builder.Environment.IsDevelopment(), Environment.CurrentDirectory);
        var findings = new SettingFindings();
        UnknownCheck.Run(source, findings);
        ShapeCheck.Run(source, findings);
        foreach (var notice in findings.Notices)
            output.WriteLine($"Note: {notice}");

        var storage = source.ForBinding(new HashSet<string>()).GetSection("Storage").Get<StorageSection>() ?? new StorageSection();
        if (!storage.IsSqlite)
        {
            error.WriteLine($"Storage:Provider is {storage.Provider} (from {source.Origin("Storage:Provider")}): name the SQLite file to copy with --from FILE.");
            return null;
        }

        StorageCheck.Run(source, storage, findings);
        foreach (var problem in findings.Problems)
            error.WriteLine($"{problem.Key}: {problem.What} {problem.Mend}".TrimEnd());
        return findings.Problems.Count == 0 ? storage.ConnectionString : null;
    }
}
