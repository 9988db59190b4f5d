using System.Security;
using ChecklistBot.Storage.Postgres;
using ChecklistBot.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Settings;

/// <summary>Whether the database can be reached by what is configured; SQLite's file becomes a full path.</summary>
internal static class StorageCheck
{
    private const string Key = "Storage:ConnectionString";
    private const string DefaultConnection = "Data Source=checklistbot.db";

    /// <summary>The file's full path; null with PostgreSQL or after a refusal. Completes <paramref name="storage"/>.</summary>
    public static string? Run(SettingsSource source, StorageSection storage, SettingFindings findings)
    {
        if (storage.IsSqlite)
            return CheckSqlite(source, storage, findings);

        if (storage.ConnectionString is null)
            findings.Refuse(
                Key,
                "it is not set, and Storage:Provider is postgresql.",
                "Write where the server is, such as Host=localhost;Database=checklistbot;Username=checklistbot.");
        else if (PostgresAssessmentStore.WhyUnusable(storage.ConnectionString) is { } why)
            findings.Refuse(Key, $"(from {source.Origin(Key)}) {why}", "");
        return null;
    }

    private static string? CheckSqlite(SettingsSource source, StorageSection storage, SettingFindings findings)
    {
        SqliteConnectionStringBuilder connection;
        try
        {
            connection = new SqliteConnectionStringBuilder(storage.ConnectionString ?? DefaultConnection);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // What the library says may repeat a part of a password.
            var why = ConnectionStringFault.Of(storage.ConnectionString ?? "", static () => new SqliteConnectionStringBuilder());
            findings.Refuse(
                Key,
                $"(from {source.Origin(Key)}) SQLite does not understand it: {why}.",
                $"Write {DefaultConnection}, or another path after \"Data Source=\".");
            return null;
        }

        if (connection.Mode == SqliteOpenMode.Memory || connection.DataSource is "" or ":memory:"
            || connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            findings.Refuse(
                Key,
                "it names no file, so nothing would be kept.",
                $"Write {DefaultConnection}, or another path after \"Data Source=\".");
            return null;
        }

        var path = Path.GetFullPath(connection.DataSource, source.Folder);
        connection.DataSource = path;
        storage.ConnectionString = connection.ConnectionString;
        if (Obstacle(path) is not { } obstacle)
            return path;

        findings.Refuse(Key, obstacle.What, obstacle.Mend);
        return null;
    }

    /// <summary>Why SQLite could not keep its file at <paramref name="path"/>, or null. It needs the folder too, for its log beside the file.</summary>
    private static (string What, string Mend)? Obstacle(string path)
    {
        const string Elsewhere = "or name another path after \"Data Source=\".";
        if (Directory.Exists(path))
            return ($"the database {path} is a folder, not a file.", $"Name a file in it, such as Data Source={Path.Combine(path, "checklistbot.db")}.");

        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            return ($"the folder {folder} of the database {path} does not exist.", $"Make that folder and let the bot's account write there, {Elsewhere}");

        if (WhyNot(() => File.Create(Path.Combine(folder, Path.GetRandomFileName()), bufferSize: 1, FileOptions.DeleteOnClose)) is { } ofFolder)
            return ($"the folder {folder} of the database {path} cannot be written: {ofFolder}.", $"Let the bot's account write there, {Elsewhere}");

        if (File.Exists(path) && WhyNot(() => File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete)) is { } ofFile)
            return ($"the database {path} cannot be written: {ofFile}.", $"Let the bot's account read and write that file, {Elsewhere}");

        return null;
    }

    private static string? WhyNot(Func<FileStream> open)
    {
        try
        {
            using var probe = open();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SecurityException)
        {
            return fault.Message.TrimEnd('.');
        }
    }
}
