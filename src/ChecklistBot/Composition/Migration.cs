using ChecklistBot.Storage;

namespace ChecklistBot.Composition;

/// <summary>Makes the store ready before anything else starts.</summary>
internal sealed class Migration(IAssessmentStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
