using System.Globalization;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Web;

[assembly: AssemblyFixture(typeof(SharedBot))]

namespace ChecklistBot.Tests.Web;

/// <summary>One bot for every test that only talks to it, started when the first asks for it. Each test takes rooms of its own.</summary>
public sealed class SharedBot : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private BotProcess? _bot;
    private int _rooms;

    internal async Task<BotProcess> StartedAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _bot ??= await BotProcess.StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A room that nobody has entered yet.</summary>
    internal string NewRoom() => string.Create(CultureInfo.InvariantCulture, $"team-{Interlocked.Increment(ref _rooms)}");

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        _gate.Dispose();
    }
}
