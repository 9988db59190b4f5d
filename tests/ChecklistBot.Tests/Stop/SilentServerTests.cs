using System.Diagnostics;
using System.Net;
using System.Text.Json;
using ChecklistBot.Storage.Tests.Postgres;
using ChecklistBot.Tests.Harness;
using Npgsql;

namespace ChecklistBot.Tests.Stop;

/// <summary>A database server that takes connections and says nothing: a machine that hangs, a gateway that drops what it should pass on.</summary>
[Trait("starts", "the binary")]
public sealed class SilentServerTests(PostgresServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_up_neither_the_answer_to_a_probe_nor_a_stop()
    {
        await using var gateway = new Gateway(await NewDatabaseAsync());
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Settings =
            {
                ["Storage:Provider"] = "PostgreSQL",
                ["Storage:ConnectionString"] = gateway.ConnectionString + ";Timeout=300;Command Timeout=300",
            },
        });
        await Eventually.BecomesAsync(() => bot.Http.GetAsync(Ready, Token), answer => answer.IsSuccessStatusCode);

        gateway.FallSilent();

        // Each limit is far below the five minutes that the settings would have a call wait, and enough for a slow machine.
        using (var answer = await bot.Http.GetAsync(Ready, Token).WaitAsync(TimeSpan.FromSeconds(60), Token))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));
            Assert.Equal("Unhealthy", json.RootElement.GetProperty("checks").GetProperty("storage").GetProperty("status").GetString());
        }

        using var again = await bot.Http.GetAsync(Ready, Token).WaitAsync(TimeSpan.FromSeconds(60), Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, again.StatusCode);

        // The delivery loop looks at the store every ten seconds at least, so it waits for an answer now or soon.
        await Task.Delay(TimeSpan.FromSeconds(11), Token);
        var begun = Stopwatch.GetTimestamp();
        Assert.Equal(0, await bot.StopAsync());
        TestContext.Current.TestOutputHelper?.WriteLine($"Stopped after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s.");
    }

    private static Uri Ready => new("health/ready", UriKind.Relative);

    private async Task<string> NewDatabaseAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(await server.ConnectionStringAsync(Token));
        await using var connection = new NpgsqlConnection(settings.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var create = new NpgsqlCommand("CREATE DATABASE silent", connection);
        await create.ExecuteNonQueryAsync(Token);
        settings.Database = "silent";
        return settings.ConnectionString;
    }
}
