using ChecklistBot.Settings;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ChecklistBot.Composition;

/// <summary>What every part of the bot needs, whatever is switched on.</summary>
internal static class CoreServices
{
    /// <summary>Long enough for a turn and a delivery under way to end; event streams end by themselves when the stop begins.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(10);

    private const string FormatterKey = "Logging:Console:FormatterName";

    public static WebApplicationBuilder AddCore(this WebApplicationBuilder builder, BotSettings settings)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings.TimeZone);
        builder.Services.AddSingleton(settings.Checklist);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.AddConsole(settings);
        builder.AddServer(settings);
        return builder;
    }

    /// <summary>One line an event for a person in Development; one JSON object an event for a collector elsewhere; what is configured instead where it is.</summary>
    private static void AddConsole(this WebApplicationBuilder builder, BotSettings settings)
    {
        builder.Logging.ClearProviders();
        if (settings.IsDevelopment)
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
        else
            builder.Logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });

        // Either call above sets it anew over what is configured.
        if (builder.Configuration[FormatterKey] is { } name && !string.IsNullOrWhiteSpace(name))
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = name.Trim());

        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, QuietFramework>();

        // The host logs a start that fails with all its stack traces; Serving says it in a sentence or lets it crash loudly.
        var progress = new StartProgress();
        builder.Services.AddSingleton(progress);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => progress.IsOver && level >= LogLevel.Warning);
    }

    private static void AddServer(this WebApplicationBuilder builder, BotSettings settings)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = Edge.BodyLimits.Largest;
        });
        // What goes on after reading and writing does so where it is: a tap is a short piece of work, and each change of threads costs as much.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        // The very addresses that were checked, without the blanks at which the server would stop. Endpoints it reads by itself, and ports where there are no Urls, not even blank ones.
        if (!settings.Addresses.Any(address => address.IsOfEndpoint) && (settings.Addresses.Any(address => address.IsOfUrls) || builder.Configuration[ListeningAddress.UrlsKey] is not null))
            builder.WebHost.UseUrls([.. settings.Addresses.Select(address => address.Text)]);
    }
}
