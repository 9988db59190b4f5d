using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;
using CsCheck;

namespace ChecklistBot.Reliability.Tests;

/// <summary>Three processes on one PostgreSQL behind a plain reverse proxy, one of which dies again and again.</summary>
public sealed class SeveralCopiesTests(PostgresServer server)
{
    [Fact]
    public async Task Whichever_copy_dies_every_acknowledged_answer_is_kept_and_every_decision_has_its_recommendation()
    {
        await using var town = await TownRun.StartAsync(Engine.Postgresql, server, copies: 3);
        var dice = new PCG(1, Soak.Seed);
        var between = TimeSpan.FromSeconds(Soak.Of(4, 10));

        await town.PlayAsync(
            channels: Soak.Of(8, 40),
            people: 5,
            answers: Soak.Of(3, 10),
            length: Soak.Length(shortSeconds: 12),
            happens: async stopping =>
            {
                while (!stopping.IsCancellationRequested)
                {
                    await Task.Delay(between, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    var copy = (int)dice.Next((uint)town.Bots.Count);
                    if (!stopping.IsCancellationRequested)
                        await town.Killer.StrikeAsync(town.Bots[copy], copy);
                }
            });
        Assert.NotEmpty(town.Killer.Blows);
    }
}
