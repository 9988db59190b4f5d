using ChecklistBot.Teams.Authentication;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>A connector client and a pretend platform for it to call.</summary>
public abstract class ConnectorFixture : IAsyncLifetime
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    protected static ReadOnlyMemory<byte> Message { get; } = ConnectorBody.Message("2 of 6 answered", json => json.WriteRawValue("""{"type":"AdaptiveCard","version":"1.4"}"""));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected CountedTokens Tokens { get; } = new();

    private protected FakeConnector Platform { get; private set; } = null!;

    private protected TeamsTarget Thread => new(Platform.ServiceUrl, $"{TestActivity.Channel};messageid={TestActivity.Root}", TestActivity.TenantId);

    public async ValueTask InitializeAsync() => Platform = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Platform.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Calls the pretend platform, or the one on <paramref name="host"/>.</summary>
    /// <param name="host">The only one that gets the token.</param>
    /// <param name="budget">Measures the platform's limits instead of the system's clock.</param>
    private protected TeamsConnector Connector(string? host = null, TimeProvider? budget = null)
    {
        var settings = new TeamsSettings { AllowedServiceHosts = { host ?? Platform.ServiceUrl } };
        return new TeamsConnector(
            client, Tokens, new ServiceHosts(settings), new SendBudget(budget ?? TimeProvider.System), TimeProvider.System, NullLogger<TeamsConnector>.Instance);
    }
}
