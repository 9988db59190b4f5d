using System.Net.Sockets;
using ChecklistBot.Settings;
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
            try
            {
                await app.StartAsync();
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                return StartRefusal.Explain(
                    $"another program already listens on {Addresses(settings)}. Stop it, or set Urls to another address.", Console.Error);
            }
            catch (Exception fault) when (fault is SocketException || fault.InnerException is SocketException)
            {
                return StartRefusal.Explain(
                    $"it cannot listen on {Addresses(settings)} ({fault.Message.TrimEnd('.')}). Set Urls to another address.", Console.Error);
            }

            Announce(app, settings);
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

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
