using System.Net.Sockets;
using System.Security.Cryptography;
using ChecklistBot.Settings;
using ChecklistBot.Storage;
using ChecklistBot.Telemetry;
using Microsoft.AspNetCore.Connections;

namespace ChecklistBot.Composition;

/// <summary>From a built application to its exit code.</summary>
internal static class Serving
{
    /// <summary>Serves until told to stop (SIGTERM, SIGINT): 0; or says in a sentence why it cannot: 1.</summary>
    public static async Task<int> ServeAsync(this WebApplication app, BotSettings settings)
    {
        await using (app)
        {
            if (TelemetryStart.WhyNot(app.Services) is { } sentence)
                return StartRefusal.Explain(sentence, Console.Error);

            try
            {
                await app.StartAsync();
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // Told to stop before it had begun.
                return 0;
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                return StartRefusal.Explain(
                    $"another program already listens on {Addresses(settings)}. Stop it, or set Urls to another address.", Console.Error);
            }
            catch (Exception fault) when (IsCertificateFault(fault, app.Configuration, settings))
            {
                return StartRefusal.Explain(
                    $"it cannot listen on {Addresses(settings)}: {fault.Message.Split('\n')[0].TrimEnd()} "
                    + "Look at Path, KeyPath and Password below Kestrel:Certificates:Default, or below Certificate of the endpoint, or leave https to a proxy in front of the bot.",
                    Console.Error);
            }
            catch (StoreException fault)
            {
                return StartRefusal.Explain(fault.Message, Console.Error);
            }
            catch (Exception fault) when (fault is SocketException || fault.InnerException is SocketException)
            {
                return StartRefusal.Explain(
                    $"it cannot listen on {Addresses(settings)} ({fault.Message.TrimEnd('.')}). Set Urls to another address.", Console.Error);
            }

            app.Services.GetRequiredService<StartProgress>().IsOver = true;
            Announce(app, settings);
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    /// <summary>The server reads the certificates that it is given even when no address is https.</summary>
    private static bool IsCertificateFault(Exception fault, IConfiguration configuration, BotSettings settings) =>
        fault is InvalidOperationException or NotSupportedException or CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
        && (settings.Addresses.Any(address => address.Scheme == Uri.UriSchemeHttps) || configuration.GetSection("Kestrel:Certificates").Exists());

    private static string Addresses(BotSettings settings) => string.Join(" or ", settings.Addresses.Select(address => address.Text));

    /// <summary>Plain lines for a person in Development; log events elsewhere, so that a collector finds nothing but JSON.</summary>
    private static void Announce(WebApplication app, BotSettings settings)
    {
        var notices = app.Services.GetRequiredService<SettingFindings>().Notices;
        var database = settings.DatabasePath ?? "PostgreSQL";
        if (settings.IsDevelopment)
        {
            foreach (var notice in notices)
                Console.WriteLine($"Note: {notice}");
            Console.WriteLine($"Database: {database}");
            foreach (var address in app.Urls)
                Console.WriteLine($"Listening on {address}");
            return;
        }

        foreach (var notice in notices)
            Log.SettingNotice(app.Logger, notice);
        Log.Database(app.Logger, database);
        foreach (var address in app.Urls)
            Log.Listening(app.Logger, address);
    }
}
