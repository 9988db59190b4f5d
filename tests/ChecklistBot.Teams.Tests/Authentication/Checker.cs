using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Protocol;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Fakes;
using ChecklistBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Teams.Tests.Authentication;

/// <summary>The whole inbound check with a metadata server, at a time that the test decides.</summary>
internal sealed class Checker : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private readonly SigningKeys keys;
    private readonly TokenChecker tokens;
    private readonly ActivityGate gate;

    private Checker(MetadataServer server, TeamsSettings settings)
    {
        Server = server;
        keys = new SigningKeys(new OpenIdKeySource(server.Address, client, NullLogger<OpenIdKeySource>.Instance), Time);
        Passed = new CheckedTokens(Time);
        tokens = new TokenChecker(settings.Issuer, TestActivity.AppId, keys, Passed, Time);
        gate = new ActivityGate(settings, new ServiceHosts(settings));
    }

    public SteppingClock Time { get; } = new(TestKey.Now);

    public MetadataServer Server { get; }

    public CheckedTokens Passed { get; }

    public static async Task<Checker> StartAsync(params TestKey[] keys) =>
        new(await MetadataServer.StartAsync(keys), new TeamsSettings { AppId = TestActivity.AppId, TenantId = TestActivity.TenantId });

    public async Task<int> StatusAsync(string? header, Activity? activity = null)
    {
        var (token, verdict) = await tokens.CheckAsync(header, TestContext.Current.CancellationToken);
        return token is null ? verdict.Status : gate.Judge(activity ?? TestActivity.ChannelMessage("hello").Parsed(), token).Status;
    }

    public async ValueTask DisposeAsync()
    {
        keys.Dispose();
        client.Dispose();
        await Server.DisposeAsync();
    }
}
