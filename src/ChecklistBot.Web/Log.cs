using Microsoft.Extensions.Logging;

namespace ChecklistBot.Web;

/// <summary>Every line that the web channel logs; no names, titles or words of people.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A wrong pass phrase was tried; {InARow} in a row.")]
    public static partial void WrongPassPhrase(ILogger logger, int inARow);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "An event stream ended because the store could not be read; the browser comes back by itself.")]
    public static partial void StreamWithoutStore(ILogger logger, Exception cause);
}
