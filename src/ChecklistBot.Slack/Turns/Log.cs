using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.Turns;

/// <summary>No names, titles or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "Stopped before an answer to one person had left.")]
    public static partial void Unfinished(ILogger logger);

    [LoggerMessage(2, LogLevel.Error, "An answer to one person failed.")]
    public static partial void AfterAckFailed(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "An answer to one person did not arrive: {Code}.")]
    public static partial void ReplyNotDelivered(ILogger logger, string code);

    [LoggerMessage(4, LogLevel.Warning, "Refused a payload: {Reason}")]
    public static partial void Malformed(ILogger logger, string reason);

    [LoggerMessage(5, LogLevel.Debug, "Left a payload alone: {Reason}")]
    public static partial void LeftAlone(ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Information, "Slack repeats a delivery: attempt {Attempt}, {Reason}.")]
    public static partial void Repeated(ILogger logger, int attempt, string reason);

    [LoggerMessage(7, LogLevel.Warning, "The installation ended: {Reason}.")]
    public static partial void InstallationEnded(ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Error, "A turn could not be kept; Slack is asked to send it again.")]
    public static partial void NotKept(ILogger logger, Exception exception);

    [LoggerMessage(9, LogLevel.Warning, "Refused a request to {Path}: {Verdict}.")]
    public static partial void Forged(ILogger logger, string path, Signing.SignatureVerdict verdict);

    [LoggerMessage(10, LogLevel.Information, "Slack knows the bot as {BotUser} of {Tenant}.")]
    public static partial void KnowsItself(ILogger logger, string botUser, string tenant);

    [LoggerMessage(11, LogLevel.Warning, "A part of a document did not arrive: {Code}.")]
    public static partial void PartNotDelivered(ILogger logger, string code);

    [LoggerMessage(12, LogLevel.Error, "What a modal shows could not be read; its presser is asked to press again.")]
    public static partial void NotOpened(ILogger logger, Exception exception);
}
