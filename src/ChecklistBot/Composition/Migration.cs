using ChecklistBot.Settings;
using ChecklistBot.Storage;
using ChecklistBot.Storage.Relational;
using Microsoft.AspNetCore.Connections;

namespace ChecklistBot.Composition;

/// <summary>Makes the store ready before anything else starts.</summary>
internal sealed class Migration(RelationalStore store, BotSettings settings, TimeProvider time, ILogger<Migration> logger) : IHostedService
{
    /// <summary>A bot that was told to stop has let go by then: see <see cref="CoreServices.StopWithin"/>.</summary>
    private static readonly TimeSpan Patience = CoreServices.StopWithin + TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await OccupyAsync(cancellationToken);
        await store.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task OccupyAsync(CancellationToken cancellationToken)
    {
        long? began = null;
        while (!store.TryOccupy())
        {
            // Who starts the bot twice by mistake reads of the port, as the server would say it, and at once.
            if (settings.Addresses.Any(ListeningProbe.IsTaken))
                throw new IOException("Another bot listens.", new AddressInUseException("Another bot listens."));
            if (began is null)
                Log.WaitingForDatabase(logger, Patience.TotalSeconds);
            if (time.GetElapsedTime(began ??= time.GetTimestamp()) > Patience)
                throw new StoreException(
                    $"another ChecklistBot works on the database {settings.DatabasePath}, and would post everything a second time. Stop it, or name another file in "
                    + "Storage:ConnectionString; several copies of one bot need PostgreSQL.");
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
