using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.WebApi;

/// <summary>Nothing here names a person, a title, a token or an answering address.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Slack refused {Method}: {Code}. Needed: {Needed}. {Details}")]
    public static partial void Refused(ILogger logger, string method, string code, string needed, string details);

    [LoggerMessage(2, LogLevel.Warning, "Slack asked to wait {Seconds} s with {Method}.")]
    public static partial void AskedToWait(ILogger logger, string method, double seconds);

    [LoggerMessage(3, LogLevel.Warning, "Nobody can say how {Method} ended: {What}.")]
    public static partial void Unclear(ILogger logger, string method, string what);

    [LoggerMessage(4, LogLevel.Information, "Slack did {Method} with a warning: {Warning}.")]
    public static partial void Warned(ILogger logger, string method, string warning);
}
