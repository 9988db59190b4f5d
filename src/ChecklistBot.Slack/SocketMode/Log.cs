using Microsoft.Extensions.Logging;

namespace ChecklistBot.Slack.SocketMode;

/// <summary>Never an address (it holds a ticket) and never a payload.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Connection {Lane} to Slack is ready.")]
    public static partial void Ready(ILogger logger, int lane);

    [LoggerMessage(2, LogLevel.Information, "Connection {Lane} to Slack needs a successor: {End}.")]
    public static partial void NeedsSuccessor(ILogger logger, int lane, SocketEnd end);

    [LoggerMessage(3, LogLevel.Warning, "Connection {Lane} to Slack could not be opened: {Code}.")]
    public static partial void NotOpened(ILogger logger, int lane, string code);

    [LoggerMessage(4, LogLevel.Warning, "Ignored a frame from Slack: {What}.")]
    public static partial void OddFrame(ILogger logger, string what);

    [LoggerMessage(5, LogLevel.Warning, "An acknowledgement came too late for its connection; Slack sends the envelope again.")]
    public static partial void AckDropped(ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "An envelope of type {Type} was not handled; Slack sends events again.")]
    public static partial void NotHandled(ILogger logger, string type, Exception exception);

    [LoggerMessage(7, LogLevel.Critical, "Connection {Lane} to Slack rests, and is tried again in {Minutes} minutes: {Sentence}")]
    public static partial void Rests(ILogger logger, int lane, string sentence, double minutes);
}
