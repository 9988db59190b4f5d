using ChecklistBot.Assessments.Channels;
using ChecklistBot.Teams.Connector;
using ChecklistBot.Teams.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChecklistBot.Teams.Tests.Connector;

/// <summary>Pins through Microsoft Graph (section 6 of the reference).</summary>
public sealed class GraphPinTests : IAsyncLifetime
{
    private const string Chat = "19:abcdef0123456789@thread.v2";

    private readonly HttpClient client = new();
    private readonly CountedTokens tokens = new();
    private FakeConnector platform = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GraphPins Pins => new(client, platform.GraphUrl, tokens, TimeProvider.System, NullLogger<GraphPins>.Instance);

    public async ValueTask InitializeAsync() => platform = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task A_pin_names_chat_and_message_and_asks_for_a_token_of_Graph()
    {
        Assert.Equal(new Delivered("17"), await Pins.PinAsync(Chat, "17", Cancellation));

        var call = Assert.Single(platform.Calls);
        Assert.Equal(("POST", "/v1.0/chats/19%3Aabcdef0123456789%40thread.v2/pinnedMessages"), (call.Method, call.Path));
        Assert.EndsWith("/messages/17", call.Body!["message@odata.bind"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal([PlatformScopes.Graph], tokens.Scopes);
    }

    [Fact]
    public async Task A_pin_is_taken_away_even_if_it_was_gone_already()
    {
        platform.Then(204).Then(404);

        Assert.Equal(new Delivered("17"), await Pins.UnpinAsync(Chat, "17", Cancellation));
        Assert.Equal(new Delivered("17"), await Pins.UnpinAsync(Chat, "17", Cancellation));
        Assert.All(platform.Calls, call => Assert.Equal("DELETE", call.Method));
    }

    [Fact]
    public async Task Without_the_permission_the_refusal_names_it()
    {
        platform.Then(403);

        Assert.Contains("Chat.ReadWrite.All", Assert.IsType<Refused>(await Pins.PinAsync(Chat, "17", Cancellation)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:1personal")]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_personal_chat_has_no_id_that_Graph_knows(string chat)
    {
        Assert.IsType<Refused>(await Pins.PinAsync(chat, "17", Cancellation));
        Assert.Empty(platform.Calls);
    }

    [Fact]
    public async Task A_message_that_was_deleted_is_gone_and_a_busy_Graph_is_asked_later()
    {
        platform.Then(404).Then(429, retryAfter: "7");

        Assert.Equal(new Gone(), await Pins.PinAsync(Chat, "17", Cancellation));
        Assert.Equal(new Wait(TimeSpan.FromSeconds(7)), await Pins.PinAsync(Chat, "17", Cancellation));
    }
}
