using Microsoft.Extensions.Logging;

namespace ChecklistBot.Teams;

/// <summary>Everything that this project logs. Nothing of it may carry a name, a title, a token or a message's text.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "Teams' signing keys were not downloaded: {Kind}.")]
    public static partial void KeysNotDownloaded(this ILogger logger, string kind);
}
