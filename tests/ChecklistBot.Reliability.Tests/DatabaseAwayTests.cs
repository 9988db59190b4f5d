using System.Net;
using ChecklistBot.Reliability.Tests.Town;
using ChecklistBot.Storage.Tests.Postgres;

namespace ChecklistBot.Reliability.Tests;

/// <summary>The database server falls and comes back while people answer.</summary>
public sealed class DatabaseAwayTests
{
    [Fact]
    public async Task While_the_database_is_away_nothing_is_acknowledged_and_afterwards_everything_goes_on()
    {
        var token = TestContext.Current.CancellationToken;
        await using var server = new PostgresServer();
        await using var town = await TownRun.StartAsync(Engine.Postgresql, server);
        var away = TimeSpan.FromSeconds(Soak.Of(4, 30));

        await town.PlayAsync(
            channels: Soak.Of(4, 16),
            people: 4,
            answers: Soak.Of(12, 20),
            length: Soak.Length(shortSeconds: 8),
            happens: async stopping =>
            {
                do
                {
                    await town.LetPassAsync(Soak.Of(20u, 2000u), token);
                    town.Killer.StoreFalls(copy: 0);
                    await server.StopAsync();
                    await Task.Delay(away, token);
                    using (var ready = await town.Bots[0].Http.GetAsync(new Uri("health/ready", UriKind.Relative), token))
                        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
                    await server.StartAgainAsync(token);
                }
                while (!stopping.IsCancellationRequested && Soak.IsLong);
            });
        Assert.True(town.Repeats > 0, "Nobody was refused while the database was away.");
    }
}
