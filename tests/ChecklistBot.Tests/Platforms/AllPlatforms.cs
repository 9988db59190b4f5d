using ChecklistBot.Slack.Tests.Support;
using ChecklistBot.Tests.Harness;
using Microsoft.AspNetCore.Builder;

namespace ChecklistBot.Tests.Platforms;

/// <summary>The bot with every platform switched on, and the platforms round it.</summary>
internal sealed class AllPlatforms : IAsyncDisposable
{
    /// <summary>The workspace that the bot is installed in.</summary>
    public const string Workspace = "T111";

    private AllPlatforms(HostedBot bot, FakeSlack slack, FakeTeams teams) => (Bot, Slack, Teams, Requests) = (bot, slack, teams, new Requests(bot.Http));

    public HostedBot Bot { get; }

    public FakeSlack Slack { get; }

    public FakeTeams Teams { get; }

    public Requests Requests { get; }

    public static async Task<AllPlatforms> StartAsync(Dictionary<string, string>? more = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var slack = await FakeSlack.StartAsync();
        var teams = await FakeTeams.StartAsync();
        var settings = Settings(slack);
        foreach (var (key, value) in more ?? [])
            settings[key] = value;
        var bot = await HostedBot.StartAsync(settings, adjust);
        await Patience.UntilAsync(() => Task.FromResult(slack.CountOf("auth.test") > 0));
        return new AllPlatforms(bot, slack, teams);
    }

    /// <summary>What switches every platform on.</summary>
    public static Dictionary<string, string> Settings(FakeSlack slack) => new()
    {
        ["Web:Enabled"] = "true",
        ["Teams:Authentication"] = "none",
        ["Slack:SigningSecret"] = SlackPlace.Secret,
        ["Slack:BotToken"] = "xoxb-of-the-tests",
        ["Slack:ApiBaseUrl"] = slack.ApiBaseUrl,
    };

    public WebPlace Room(string room) => new(Requests, room);

    public SlackPlace SlackChannel(string channel, string team = Workspace) => new(Requests, Slack, team, channel);

    public TeamsPlace TeamsChat(string conversation, string type, string tenant = "tenant-a") => new(Requests, Teams, tenant, conversation, type);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Slack.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
