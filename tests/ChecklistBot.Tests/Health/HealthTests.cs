using System.Net;
using System.Text.Json;
using ChecklistBot.Tests.Harness;

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
}
