using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Console;
using static ChecklistBot.Settings.FrameworkValues;

namespace ChecklistBot.Settings;

/// <summary>Every setting of the sections <c>Kestrel</c> and <c>Logging</c> that the server and the console logger read.</summary>
internal static class FrameworkSettings
{
    /// <summary>Where the server looks, and at nothing else: what else is below it is not used.</summary>
    public const string Server = "Kestrel";

    private const string Logging = "Logging";
    private const string Console = $"{Logging}:Console";
    private const string Format = $"{Console}:FormatterOptions";
    private const string Json = $"{Format}:JsonWriterOptions";

    public static IReadOnlyList<FrameworkSetting> All { get; } =
    [
        Text("Kestrel:Endpoints:*:Url"),
        .. Listening("Kestrel:Endpoints:*"),
        .. Certificate("Kestrel:Endpoints:*:Certificate"),
        .. Listening("Kestrel:Endpoints:*:Sni:*"),
        .. Certificate("Kestrel:Endpoints:*:Sni:*:Certificate"),
        .. Listening("Kestrel:EndpointDefaults"),
        .. Certificate("Kestrel:Certificates:*"),
        Named<LogLevel>($"{Logging}:LogLevel:*"),
        Named<LogLevel>($"{Logging}:*:LogLevel:*"),
        Flag($"{Logging}:CaptureScopes"),
        Flag($"{Console}:DisableColors"),
        Word($"{Console}:Format", "Default", "Systemd"),
        Word($"{Console}:FormatterName", ConsoleFormatterNames.Json, ConsoleFormatterNames.Simple, ConsoleFormatterNames.Systemd),
        Flag($"{Console}:IncludeScopes"),
        Named<LogLevel>($"{Console}:LogToStandardErrorThreshold"),
        Whole($"{Console}:MaxQueueLength", least: 1),
        Named<ConsoleLoggerQueueFullMode>($"{Console}:QueueFullMode"),
        Text($"{Console}:TimestampFormat"),
        Flag($"{Console}:UseUtcTimestamp"),
        Named<LoggerColorBehavior>($"{Format}:ColorBehavior"),
        Flag($"{Format}:IncludeScopes"),
        Flag($"{Format}:SingleLine"),
        Text($"{Format}:TimestampFormat"),
        Flag($"{Format}:UseUtcTimestamp"),
        Flag($"{Json}:Indented"),
        Whole($"{Json}:IndentSize", least: 0, most: 127),
        Whole($"{Json}:MaxDepth", least: 0),
        Flag($"{Json}:SkipValidation"),
        Refused($"{Json}:IndentCharacter"),
        Refused($"{Json}:NewLine"),
    ];

    /// <summary>Values of white space alone, which the settings do not keep; each other text stops the start.</summary>
    private static FrameworkSetting Refused(string pattern) => new(pattern, _ => false, "nothing: leave it out");

    private static IEnumerable<FrameworkSetting> Listening(string at) =>
    [
        // With none at all the server would listen, and end every connection.
        Named<HttpProtocols>($"{at}:Protocols", value => value is > HttpProtocols.None and <= HttpProtocols.Http1AndHttp2AndHttp3,
            nameof(HttpProtocols.Http1), nameof(HttpProtocols.Http2), nameof(HttpProtocols.Http1AndHttp2), nameof(HttpProtocols.Http3), nameof(HttpProtocols.Http1AndHttp2AndHttp3)),
        Named<SslProtocols>($"{at}:SslProtocols:*", isGood: null, "Tls12", "Tls13"),
        Named<ClientCertificateMode>($"{at}:ClientCertificateMode"),
    ];

    private static IEnumerable<FrameworkSetting> Certificate(string at) =>
    [
        Text($"{at}:Path"),
        Text($"{at}:KeyPath"),
        Text($"{at}:Password"),
        Text($"{at}:Subject"),
        Text($"{at}:Store"),
        Named<StoreLocation>($"{at}:Location"),
        Flag($"{at}:AllowInvalid"),
    ];
}
