using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;
using CsCheck;

namespace ChecklistBot.Reliability.Tests;

/// <summary>One process that dies at random moments while many people answer.</summary>
public abstract class KilledUnderLoadTests(PostgresServer server, Engine engine)
{
    [Fact]
    public async Task Killed_at_random_moments_it_loses_nothing_that_it_acknowledged()
    {
        await using var town = await TownRun.StartAsync(engine, server);
        var dice = new PCG(2, Soak.Seed);
        var most = Soak.Of(3, 500);

        await town.PlayAsync(
            channels: Soak.Of(4, 16),
            people: 4,
            answers: Soak.Of(10, 20),
            length: Soak.Length(shortSeconds: 6),
            happens: async stopping =>
            {
                while (!stopping.IsCancellationRequested && town.Killer.Blows.Count < most)
                {
                    // In the middle of what people do, now after few requests and now after many.
                    await town.LetPassAsync(1 + dice.Next(Soak.Of(60u, 100u)), stopping);
                    if (!stopping.IsCancellationRequested)
                        await town.Killer.StrikeAsync(town.Bots[0], 0);
                }
            });
        Assert.NotEmpty(town.Killer.Blows);
    }
}
