using System.Net;
using System.Text.Json;
using ChecklistBot.Tests.Harness;
using Microsoft.Data.Sqlite;

namespace ChecklistBot.Tests.Health;

[Trait("starts", "the binary")]
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_tells_of_the_storage_and_of_the_deliveries()
    {
        await using var bot = await BotProcess.StartAsync();

        using var json = JsonDocument.Parse(
            await bot.Http.GetStringAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken));

        var checks = json.RootElement.GetProperty("checks");
        Assert.Equal(["delivery", "storage"], checks.EnumerateObject().Select(check => check.Name));
        Assert.All(checks.EnumerateObject(), check => Assert.Equal("Healthy", check.Value.GetProperty("status").GetString()));
    }

    [Theory]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task A_serving_bot_says_that_it_is_healthy_with_its_checks_by_name(string route)
    {
        await using var bot = await BotProcess.StartAsync();

        using var answer = await bot.Http.GetAsync(new Uri(route, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", json.RootElement.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Object, json.RootElement.GetProperty("checks").ValueKind);
    }

    /// <summary>A lock on the file holds up the writer within SQLite, as a disk does that does not answer.</summary>
    [Fact]
    public async Task A_writer_that_hangs_makes_it_unready_in_the_time_of_a_probe_until_it_goes_on()
    {
        await using var bot = await BotProcess.StartAsync(new BotOptions
        {
            Settings = { ["Storage:ConnectionString"] = "Data Source=held.db;Default Timeout=120" },
        });
        await using var other = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "held.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);

        // So far from the two minutes that a slow machine does not matter.
        var probe = bot.Http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        using var answer = await probe.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var storage = json.RootElement.GetProperty("checks").GetProperty("storage");
        Assert.Equal("Unhealthy", storage.GetProperty("status").GetString());
        Assert.StartsWith("The storage has not answered in the time of a probe", storage.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var alive = await bot.Http.GetAsync(new Uri("health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);

        await held.RollbackAsync(TestContext.Current.CancellationToken);
        await Eventually.BecomesAsync(
            () => bot.Http.GetAsync(new Uri("health/ready", UriKind.Relative), TestContext.Current.CancellationToken), again => again.IsSuccessStatusCode);
    }
}
