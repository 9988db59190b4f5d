using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams;

/// <summary>Everything that this project logs. Nothing of it may carry a name, a title, a token or a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Teams' signing keys were not downloaded: {Kind}.")]
    public static partial void KeysNotDownloaded(this ILogger logger, string kind);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "Entra gave no token for Teams: {Kind}.")]
    public static partial void TokenNotGiven(this ILogger logger, string kind);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "Teams refused a call: {Status} {Code} (MS-CV {Correlation}).")]
    public static partial void PlatformRefused(this ILogger logger, int status, string code, string correlation);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning, Message = "A call to Teams had no answer: {Kind}.")]
    public static partial void PlatformNotReached(this ILogger logger, string kind);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Information, Message = "A request to the Teams endpoint got {Status}: {Reason}")]
    public static partial void RequestTurnedAway(this ILogger logger, int status, string reason);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Warning, Message = "A later part of a table was not delivered to Teams: {Kind}.")]
    public static partial void PartNotDelivered(this ILogger logger, string kind);
}
