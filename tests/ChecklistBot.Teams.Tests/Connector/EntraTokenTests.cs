using Azure.Core;
using Azure.Identity;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Settings;
using ChecklistBot.Teams.Tests.Fakes;
using ChecklistBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>How tokens from Entra are kept, and which credential the settings choose.</summary>
public sealed class EntraTokenTests : IDisposable
{
    private readonly SteppingClock time = new(TestKey.Now);
    private readonly List<CountedCredential> made = [];
    private readonly EntraTokens tokens;

    public EntraTokenTests() => tokens = new EntraTokens(
        () =>
        {
            made.Add(new CountedCredential(time));
            return made[^1];
        },
        time,
        NullLogger<EntraTokens>.Instance);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => tokens.Dispose();

    [Fact]
    public async Task A_token_is_fetched_once_and_again_five_minutes_before_it_ends()
    {
        var grants = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.GetAsync(PlatformScopes.Connector, Cancellation).AsTask()));
        Assert.All(grants, grant => Assert.Equal(new TokenGrant(true, "1"), grant));

        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("1", (await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).Token);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2", (await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).Token);
        Assert.Single(made);
    }

    [Fact]
    public async Task Each_scope_has_a_token_of_its_own()
    {
        Assert.Equal("1", (await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).Token);
        Assert.Equal("2", (await tokens.GetAsync(PlatformScopes.Graph, Cancellation)).Token);
        Assert.Equal("1", (await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).Token);
    }

    [Fact]
    public async Task A_renewed_token_comes_from_a_credential_that_remembers_nothing()
    {
        await tokens.GetAsync(PlatformScopes.Connector, Cancellation);
        Assert.True(tokens.Renew(PlatformScopes.Connector));
        await tokens.GetAsync(PlatformScopes.Connector, Cancellation);

        Assert.Equal(2, made.Count);
    }

    [Fact]
    public async Task A_failure_is_an_answer_and_is_not_repeated_at_once()
    {
        await tokens.GetAsync(PlatformScopes.Graph, Cancellation);
        made[0].Fails = true;

        Assert.Equal(TokenGrant.Unavailable, await tokens.GetAsync(PlatformScopes.Connector, Cancellation));
        Assert.Equal(TokenGrant.Unavailable, await tokens.GetAsync(PlatformScopes.Connector, Cancellation));
        Assert.Equal(2, made[0].Calls);

        made[0].Fails = false;
        time.Advance(EntraTokens.FailurePause);
        Assert.True((await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).IsAvailable);
    }

    [Fact]
    public async Task Settings_that_the_library_takes_for_wrong_are_a_failure_like_any_other()
    {
        using var never = new EntraTokens(() => throw new ArgumentException("Invalid tenant id"), time, NullLogger<EntraTokens>.Instance);

        Assert.Equal(TokenGrant.Unavailable, await never.GetAsync(PlatformScopes.Connector, Cancellation));
    }

    [Fact]
    public async Task The_log_has_Entras_code_and_nothing_else_of_its_words()
    {
        var log = new HeardLines();
        using var failing = new EntraTokens(() => new CountedCredential(time) { Fails = true }, time, log);

        await failing.GetAsync(PlatformScopes.Connector, Cancellation);

        Assert.Equal(["Entra gave no token for Teams: AuthenticationFailedException, AADSTS7000229."], log.Lines);
    }

    [Fact]
    public async Task A_failure_is_remembered_no_longer_where_the_clock_is_set_back()
    {
        await tokens.GetAsync(PlatformScopes.Graph, Cancellation);
        made[0].Fails = true;
        await tokens.GetAsync(PlatformScopes.Connector, Cancellation);
        made[0].Fails = false;

        time.SetBack(TimeSpan.FromHours(1));
        Assert.Equal(TokenGrant.Unavailable, await tokens.GetAsync(PlatformScopes.Connector, Cancellation));
        time.Advance(EntraTokens.FailurePause);
        Assert.True((await tokens.GetAsync(PlatformScopes.Connector, Cancellation)).IsAvailable);
    }

    [Theory]
    [InlineData(TeamsCredentials.ClientSecret, typeof(ClientSecretCredential))]
    [InlineData(TeamsCredentials.Certificate, typeof(ClientCertificateCredential))]
    [InlineData(TeamsCredentials.ManagedIdentity, typeof(ManagedIdentityCredential))]
    [InlineData(TeamsCredentials.WorkloadIdentity, typeof(WorkloadIdentityCredential))]
    public void Each_setting_names_its_credential(string name, Type type) => Assert.IsType(type, EntraCredentials.Make(Settings(name)));

    [Fact]
    public void A_managed_identity_that_is_not_the_app_vouches_for_it()
    {
        var settings = Settings(TeamsCredentials.ManagedIdentity);
        settings.ManagedIdentityClientId = "55555555-5555-4555-8555-555555555555";

        Assert.IsType<ClientAssertionCredential>(EntraCredentials.Make(settings));
    }

    [Fact]
    public async Task A_sign_in_that_hangs_is_a_failure_after_ten_seconds_also_for_those_who_wait_behind_it()
    {
        await tokens.GetAsync(PlatformScopes.Graph, Cancellation);
        made[0].Hangs = true;
        var waiting = Enumerable.Range(0, 3).Select(_ => tokens.GetAsync(PlatformScopes.Connector, Cancellation).AsTask()).ToList();

        time.Advance(EntraTokens.Longest);

        Assert.All(await Task.WhenAll(waiting), grant => Assert.Equal(TokenGrant.Unavailable, grant));
    }

    private static TeamsSettings Settings(string credential) => new()
    {
        AppId = TestActivity.AppId,
        TenantId = TestActivity.TenantId,
        Credential = credential,
        ClientSecret = "not a real one",
        CertificatePath = "certificate.pem",
    };

    private sealed class HeardLines : ILogger<EntraTokens>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }

    private sealed class CountedCredential(TimeProvider time) : TokenCredential
    {
        private int number;

        public int Calls { get; private set; }

        public bool Fails { get; set; }

        public bool Hangs { get; set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Calls++;
            if (Fails) throw new AuthenticationFailedException("AADSTS7000229: the client application 22222222-2222-4222-8222-222222222222 is missing");
            number++;
            return new AccessToken(number.ToString(System.Globalization.CultureInfo.InvariantCulture), time.GetUtcNow() + TimeSpan.FromHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            Hangs ? new ValueTask<AccessToken>(new TaskCompletionSource<AccessToken>().Task) : ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
