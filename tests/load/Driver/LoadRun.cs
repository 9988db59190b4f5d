using System.Globalization;
using ChecklistBot.Load.Measuring;
using ChecklistBot.Load.Platforms;
using ChecklistBot.Load.Play;
using ChecklistBot.Load.Storage;

namespace ChecklistBot.Load;

/// <summary>Everything that was asked for, one after another, each on a fresh process with a fresh database.</summary>
internal sealed class LoadRun(LoadOptions options, TextWriter output)
{
    private const string Floor = "floor";
    private const int Starts = 5;

    private readonly List<Row> rows = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var disk = options.IsSmoke ? "some disk" : WorkFolder.DiskOf(options.Folder);
        await output.WriteLineAsync(
            $"Databases on {disk}; 4 KB written and flushed there: {Disk.Flush(options.Folder).TotalMilliseconds:0.00} ms. {Environment.ProcessorCount} processors.");
        await using var platforms = await PretendPlatforms.StartAsync(cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

        await output.WriteLineAsync(Report.Head);
        foreach (var scenario in Scenarios().Where(scenario => options.Includes(scenario.Platform) || options.Includes(scenario.Key)))
        {
            var player = PlayerOf(scenario.Platform, platforms, http);
            using var folder = new WorkFolder(options.Folder);
            if (options.Stored > 0 && scenario.Platform == "teams")
                await RememberAsync(player, platforms, folder, cancellationToken);
            await using var database = await DatabaseOfAsync(scenario.Platform, cancellationToken);
            await using var program = await ProgramUnderTest.StartAsync(player, folder.FullPath, database, cancellationToken);
            var row = await MeasureAsync(new Rehearsal(player, program, platforms, Quiet), program, scenario, cancellationToken);
            rows.Add(row);
            var floor = rows.Find(other => other.Scenario.Platform == Floor && other.Scenario.IsComparableTo(scenario));
            await output.WriteLineAsync(Report.Line(row, floor));
        }

        if (options.Includes("start") && !options.IsSmoke)
            foreach (var platform in new[] { Floor, "teams", "slack" })
                await StartsAsync(PlayerOf(platform, platforms, http), platform, cancellationToken);
    }

    /// <summary>The bot makes its database and plays one assessment, which then becomes very many.</summary>
    private async Task RememberAsync(IPlayer player, PretendPlatforms platforms, WorkFolder folder, CancellationToken cancellationToken)
    {
        await using (var program = await ProgramUnderTest.StartAsync(player, folder.FullPath, null, cancellationToken))
            await new Rehearsal(player, program, platforms, Quiet).RunAsync(new Scenario("teams", 1, 1, 0), cancellationToken);
        await output.WriteLineAsync(StoredPast.Fill(Path.Combine(folder.FullPath, "checklistbot.db"), options.Stored));
    }

    private async Task<ServerDatabase?> DatabaseOfAsync(string platform, CancellationToken cancellationToken) =>
        platform == Floor || options.PostgreSql.Length == 0 ? null : await ServerDatabase.CreateAsync(options.PostgreSql, options.Away, cancellationToken);

    // The longest pause that the bot makes between two edits of a message is 1.5 s.
    private TimeSpan Quiet => TimeSpan.FromSeconds(options.IsSmoke ? 0.1 : 2);

    private IEnumerable<Scenario> Scenarios()
    {
        if (options.IsSmoke)
            return [new(Floor, 2, 4, 0), new("teams", 2, 4, 0), new("slack", 2, 4, 0)];

        // Slack lets a workspace post 300 messages and edit 50 a minute, and the bot keeps within that: so few, and most edits wait.
        var pause = TimeSpan.FromMilliseconds(10);
        return
        [
            new(Floor, 64, Scaled(3000), 500),
            new("teams", 64, Scaled(1500), 300),
            new("teams", 64, Scaled(192), 64, SeesEachCard: true),
            new("slack", 64, 100, 28),
            new(Floor, 1, Scaled(400), 40),
            new("teams", 1, Scaled(400), 40),
            new("slack", 1, 100, 20),
            new(Floor, 1, Scaled(200), 20, Thinks: pause),
            new("teams", 1, Scaled(100), 20, Thinks: pause),
            new("slack", 1, 100, 20, Thinks: pause),
        ];
    }

    private int Scaled(int assessments) => Math.Max(1, (int)(assessments * options.Scale));

    private IPlayer PlayerOf(string platform, PretendPlatforms platforms, HttpClient http) => platform switch
    {
        Floor => new FloorPlayer(options.Floor, platforms, http),
        "slack" => new SlackPlayer(options.Bot, platforms, http),
        _ => new TeamsPlayer(options.Bot, platforms, http),
    };

    private static async Task<Row> MeasureAsync(Rehearsal rehearsal, ProgramUnderTest program, Scenario scenario, CancellationToken cancellationToken)
    {
        try
        {
            return await rehearsal.RunAsync(scenario, cancellationToken);
        }
        catch (Exception failure) when (failure is LoadFailedException or HttpRequestException)
        {
            throw new LoadFailedException($"{scenario.Name}: {failure.Message}\nThe program wrote:\n{program.Output()}", failure);
        }
    }

    private async Task StartsAsync(IPlayer player, string platform, CancellationToken cancellationToken)
    {
        var fresh = new Latencies();
        var again = new Latencies();
        Memory? memory = null;
        for (var i = 0; i < Starts; i++)
        {
            using var folder = new WorkFolder(options.Folder);
            await using (var program = await ProgramUnderTest.StartAsync(player, folder.FullPath, null, cancellationToken))
            {
                fresh.Add(program.FirstAnswer);
                memory = program.Memory();
            }

            await using (var program = await ProgramUnderTest.StartAsync(player, folder.FullPath, null, cancellationToken))
                again.Add(program.FirstAnswer);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{platform}: first correct answer {fresh.Quantile(0.5).TotalSeconds:0.000} s after the process start with a new database, {again.Quantile(0.5).TotalSeconds:0.000} s with a kept one (medians of {Starts}); then {memory!.Resident:0.0} MB resident, {memory.Own:0.0} MB its own"));
    }
}
