using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Tests.Harness;
using Microsoft.Extensions.Time.Testing;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>Where the token goes, what is never sent, and the calls that are not messages.</summary>
public sealed class CarefulCallTests : ConnectorFixture
{
    [Fact]
    public async Task A_token_that_is_not_accepted_is_renewed_once()
    {
        Platform.Then(401);
        Assert.IsType<Delivered>(await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Platform.Calls.Select(call => call.Authorization));

        Platform.Then(401).Then(401);
        Assert.IsType<Wait>(await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Equal(4, Platform.Calls.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        Tokens.IsAvailable = false;

        Assert.IsType<Wait>(await Connector().SendAsync(Thread, Message, Cancellation));
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        var nowhere = Thread with { ServiceUrl = $"http://127.0.0.1:{FreePort.Take()}/" };

        Assert.IsType<Wait>(await Connector("127.0.0.1").SendAsync(nowhere, Message, Cancellation));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("")]
    public async Task A_stored_address_that_is_not_the_platforms_never_gets_the_token(string serviceUrl)
    {
        Assert.IsType<Refused>(await Connector().SendAsync(Thread with { ServiceUrl = serviceUrl }, Message, Cancellation));
        Assert.Empty(Tokens.Scopes);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_climb_in_the_path_is_never_sent(string id)
    {
        Assert.IsType<Refused>(await Connector().UpdateAsync(Thread, id, Message, Cancellation));
        Assert.IsType<Refused>(await Connector().SendAsync(Thread with { ConversationId = id }, Message, Cancellation));
        Assert.Empty(Platform.Calls);
    }

    [Fact]
    public async Task The_caller_may_give_up()
    {
        Platform.Then(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Connector().SendAsync(Thread, Message, impatience.Token));
    }

    [Fact]
    public async Task A_person_is_looked_up_on_the_roster()
    {
        Platform.Then(200, """{"id":"29:1x","name":"Ada","userPrincipalName":"ada@contoso.example","userRole":"guest"}""").Then(404);

        Assert.Equal(new Member("29:1x", "Ada", "ada@contoso.example", "guest"), await Connector().FindMemberAsync(Thread, "29:1x", Cancellation));
        Assert.Null(await Connector().FindMemberAsync(Thread, "29:1x", Cancellation));
        Assert.EndsWith("/members/29%3A1x", Platform.Calls.First().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_removed()
    {
        Assert.Equal(new Delivered("17"), await Connector().DeleteAsync(Thread, "17", Cancellation));
        Assert.Equal("DELETE", Assert.Single(Platform.Calls).Method);
    }

    [Fact]
    public async Task The_platforms_limit_is_kept_before_it_is_reached()
    {
        // Nine calls take longer than the windows on a crowded machine; on this clock they take no time.
        var connector = Connector(budget: new FakeTimeProvider());
        var outcomes = new List<DeliveryOutcome>();
        for (var number = 0; number < 9; number++) outcomes.Add(await connector.UpdateAsync(Thread, "17", Message, Cancellation));

        Assert.True(Assert.IsType<Wait>(outcomes[^1]).IsHeldBack);
        Assert.Equal(7, Platform.Calls.Count);
    }
}
