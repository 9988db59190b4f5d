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

    [LoggerMessage(7, LogLevel.Information, "Another bot works on the database: waiting up to {Seconds} s for it to end")]
    public static partial void WaitingForDatabase(ILogger logger, double seconds);

    [LoggerMessage(20, LogLevel.Warning, "Nobody knows whether a {Step} on {Platform} arrived: {What}")]
    public static partial void DeliveryUncertain(ILogger logger, string platform, Delivery.DeliveryStep step, string what);

    [LoggerMessage(21, LogLevel.Warning, "{Platform} refused a {Step}: {Reason}")]
    public static partial void DeliveryRefused(ILogger logger, string platform, Delivery.DeliveryStep step, string reason);

    [LoggerMessage(22, LogLevel.Error, "Deliveries wait: the storage is not available")]
    public static partial void DeliveryCannotRead(ILogger logger, Exception fault);

    [LoggerMessage(23, LogLevel.Error, "A delivery on {Platform} failed unexpectedly and is tried again")]
    public static partial void DeliveryFailed(ILogger logger, Exception fault, string platform);

    [LoggerMessage(24, LogLevel.Warning, "The clock was set back by {Seconds} s: what waits to be delivered was brought along")]
    public static partial void ClockSetBack(ILogger logger, double seconds);

    [LoggerMessage(25, LogLevel.Error, "The delivery loop failed unexpectedly and looks again")]
    public static partial void DeliveryLoopFailed(ILogger logger, Exception fault);
}
