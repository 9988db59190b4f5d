using System.Diagnostics;
using ChecklistBot.Tests.Harness;
using ChecklistBot.Tests.Web;

namespace ChecklistBot.Tests.Start;

[Trait("starts", "the binary")]
public sealed class FootprintTests
{
    /// <summary>Published, it runs beside other things on a small machine. By <c>dotnet run</c> the compiler and all of the framework come with it.</summary>
    /// <remarks>The promise is one for x64 Linux with glibc 2.36 or newer: see <c>Native.targets</c>.</remarks>
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
        Assert.InRange(peak, 10, BotProgram.Binary is null ? 250 : 45);
    }
}
