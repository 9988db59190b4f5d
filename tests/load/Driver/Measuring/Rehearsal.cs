using System.Diagnostics;
using ChecklistBot.Load.Platforms;
using ChecklistBot.Load.Play;

namespace ChecklistBot.Load.Measuring;

/// <summary>Plays a scenario on a running program and measures it.</summary>
/// <param name="player">Plays.</param>
/// <param name="program">What is measured.</param>
/// <param name="platforms">Count what it sends.</param>
/// <param name="quiet">Edits are spread by the bot; when nothing was sent for so long, nothing is left to send.</param>
internal sealed class Rehearsal(IPlayer player, ProgramUnderTest program, PretendPlatforms platforms, TimeSpan quiet)
{
    private int last;

    public async Task<Row> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        await PlayAsync(scenario, scenario.WarmUp, new Latencies(), cancellationToken);
        await QuietAsync(cancellationToken);

        var taps = new Latencies();
        var calls = platforms.Calls;
        var cpu = program.Cpu;
        var begun = Stopwatch.GetTimestamp();
        await PlayAsync(scenario, scenario.Assessments, taps, cancellationToken);
        var took = Stopwatch.GetElapsedTime(begun);
        await QuietAsync(cancellationToken);

        var (posts, edits, others) = platforms.Calls;
        return new Row
        {
            Scenario = scenario,
            Cpu = (program.Cpu - cpu) / scenario.Assessments,
            Posts = (double)(posts - calls.Posts) / scenario.Assessments,
            Edits = (double)(edits - calls.Edits) / scenario.Assessments,
            Others = (double)(others - calls.Others) / scenario.Assessments,
            TapMedian = taps.Quantile(0.5),
            TapP99 = taps.Quantile(0.99),
            PerSecond = scenario.Assessments / took.TotalSeconds,
            Memory = program.Memory(),
        };
    }

    private async Task PlayAsync(Scenario scenario, int assessments, Latencies taps, CancellationToken cancellationToken)
    {
        var left = assessments;
        await Task.WhenAll(Enumerable.Range(0, scenario.Users).Select(UserAsync));

        async Task UserAsync(int user)
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await player.PlayAsync(scenario, program.Address, user, Interlocked.Increment(ref last), taps, cancellationToken);
        }
    }

    private async Task QuietAsync(CancellationToken cancellationToken)
    {
        for (var before = (-1L, -1L, -1L); before != platforms.Calls;)
        {
            before = platforms.Calls;
            await Task.Delay(quiet, cancellationToken);
        }
    }
}
