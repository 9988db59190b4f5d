using System.Diagnostics;
using System.Globalization;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Load;
using ChecklistBot.Tests.Web;

namespace ChecklistBot.Tests.Start;

/// <summary>Published, it runs beside other things on a small machine. By <c>dotnet run</c> the compiler and all of the framework come with it.</summary>
/// <remarks>The promise is one for x64 Linux with glibc 2.36 or newer: see <c>Native.targets</c>.</remarks>
[Trait("starts", "the binary")]
public sealed class FootprintTests
{
    private const double Promised = 45;

    [Fact]
    public async Task From_the_start_to_a_recommendation_it_never_takes_more_memory_than_is_promised()
    {
        await using var bot = await BotProcess.StartAsync();
        var room = new Caller(bot, "main");

        await room.SaysAsync("Ann", "start CRM to accounting");
        await room.SaysAsync("Ben", "1c 2b 3a 4a 5a 6a");
        await room.SaysAsync("Ann", "finish");
        var recommendation = Caller.Card(await room.PageAsync(), "recommendation");
        using var process = Process.GetProcessById(bot.Id);
        var peak = process.PeakWorkingSet64 / 1_000_000.0;

        Assert.NotEmpty(recommendation.TextContent);
        Assert.InRange(peak, 10, BotProgram.Binary is null ? 250 : Promised);
    }

    [Fact]
    public async Task With_64_people_of_64_tenants_at_work_at_once_it_keeps_to_that_too()
    {
        var table = await LoadDriver.RunAsync("--only", "teams64", "--scale", "0.3");
        var row = table.Split('\n').Single(line => line.StartsWith("| teams, 64 users |", StringComparison.Ordinal));
        var peak = double.Parse(row.Split('|')[^2].Split(',')[0], CultureInfo.InvariantCulture);

        Assert.InRange(peak, 10, BotProgram.Binary is null ? 400 : Promised);
    }
}
