namespace ChecklistBot.Web.Tests;

/// <summary>An older copy of the database was put back, or a new one begun, while pages stood open.</summary>
public sealed class RestoredRoomTests : IAsyncLifetime
{
    private RoomServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoomServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/events?room=main&after=75", "75")]
    [InlineData("/events?room=main&after=75", null)]
    [InlineData("/events?room=main&after=1", "2")]
    public async Task A_page_that_has_seen_more_than_the_room_has_gets_everything_again(string path, string? lastEventId)
    {
        await using var stream = await EventStream.OpenAsync(server, path, lastEventId);
        server.Rooms.Add("main", "Ann", "first", null);
        server.Hub.Signal("main");
        var first = await stream.NextAsync();
        Assert.Equal(("m-1", "1"), (first?.Element, first?.Id));
        server.Rooms.Add("main", "Ben", "second", null);
        server.Hub.Signal("main");
        Assert.Equal("m-2", (await stream.NextAsync())?.Element);
    }

    [Fact]
    public async Task A_room_that_is_put_back_under_an_open_stream_is_sent_again()
    {
        for (var i = 0; i < 3; i++)
            server.Rooms.Add("main", "Ann", "of the later database", null);
        await using var stream = await EventStream.OpenAsync(server, "/events?room=main&after=2");
        Assert.Equal("3", (await stream.NextAsync())?.Id);
        server.Rooms.PutBack("main", changes: 1);
        server.Hub.Signal("main");
        Assert.Equal("1", (await stream.NextAsync())?.Id);
        server.Rooms.Add("main", "Ben", "and onwards", null);
        server.Hub.Signal("main");
        Assert.Equal("2", (await stream.NextAsync())?.Id);
    }
}
