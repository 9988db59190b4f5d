namespace ChecklistBot;

/// <summary>Every message that the host logs. None carries a name, a text or an id of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Listening on {Address}")]
    public static partial void Listening(ILogger logger, string address);

    [LoggerMessage(2, LogLevel.Information, "Database: {Database}")]
    public static partial void Database(ILogger logger, string database);

    [LoggerMessage(3, LogLevel.Warning, "{Sentence}")]
    public static partial void SettingNotice(ILogger logger, string sentence);

    [LoggerMessage(4, LogLevel.Error, "A request to {Route} failed unexpectedly; its trace is {Trace}")]
    public static partial void RequestFailed(ILogger logger, Exception fault, string route, string trace);

    [LoggerMessage(5, LogLevel.Information, "A request was refused with {Status}: {Reason}")]
    public static partial void RequestRefused(ILogger logger, int status, string reason);

    [LoggerMessage(6, LogLevel.Error, "A request to {Route} could not be kept: the storage is not available")]
    public static partial void StorageUnavailable(ILogger logger, Exception fault, string route);
}
